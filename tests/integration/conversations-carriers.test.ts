import { sendReplies, takeInbound } from '@repactua/api/modules/conversations/index.ts'
import { readNews } from '@repactua/api/modules/channels/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { expect, test } from 'vitest'
import { findFreePort } from '../../scripts/embedded/free-port.ts'
import { setChannelAccount } from '../builders/channel.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { localCarriers } from '../support/local-carriers.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const port = await findFreePort()
const testApp = await startApp({ PUBLIC_URL: `http://localhost:${port}` })
const { http, platform } = testApp
await testApp.app.listen({ host: '127.0.0.1', port })
const carriers = await localCarriers({ clock: testApp.clock })
const rows = rowsOf(testApp.db)
const desk = { platform, mailer: { send: () => Promise.resolve(), close: () => undefined }, logger: createLogger('silent') }

let phones = 0
/** A person with WhatsApp, and a creditor whose account there is Meta's, as it stands on this machine. */
async function person() {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor)
  await http.patch('/v1/creditors/me/settings').set('authorization', creditor.bearer).send({ tellsBalances: true }).expect(200)
  const phone = `+55119${String(60_000_000 + ++phones)}`
  const debtor = personInput({ phone })
  const debt = await makeDebt(testApp, creditor, { debtor })
  const input = await carriers.openAccount('meta', `+5511300000${10 + phones}`)
  const account = 'phoneNumberId' in input ? input.phoneNumberId : ''
  const { webhookUrl } = await setChannelAccount(testApp, creditor, 'whatsapp', input)
  await carriers.setWebhook(account, webhookUrl!)
  await carriers.setFaults({ webhooks: { held: true } })
  return { creditor, debtor, debt, phone, account }
}

/** Writes, lets the news come in by the door, and gives back all that the phone has got. */
async function write({ phone, account }: { phone: string; account: string }, text: string): Promise<string[]> {
  await carriers.write({ phone, text, account, channel: 'whatsapp' })
  await carriers.releaseWebhooks()
  await work()
  return (await carriers.messages()).filter((one) => one.direction === 'out' && one.phone === phone).map((one) => one.text)
}

async function work(): Promise<void> {
  for (const job of await takeJobs(rows, 'read-carrier-news')) {
    await platform.transact({ kind: 'system' }, { creditorId: job.creditorId }, async (one) => {
      const { inbound } = await readNews(one, job)
      for (const message of inbound) await takeInbound(one, message, platform.publicUrl)
    })
  }
  for (const job of await takeJobs(rows, 'send-replies')) await sendReplies(desk, job)
}

test('"quanto devo" by WhatsApp goes through identity to an amount and a link', async () => {
  const who = await person()
  expect((await write(who, 'quanto devo')).at(-1)).toContain('3 últimos números do CPF')
  expect((await write(who, `12/04/1985 ${who.debtor.cpf.slice(-3)}`)).at(-1)).toMatch(/R\$\s1\.083,23.*http:\/\/localhost:\d+\/dividas\//)
})

test('"parar" stops with one word more, and "falar com alguém" lands in the inbox, where an agent answers', async () => {
  const who = await person()
  expect(await write(who, 'parar')).toHaveLength(1)
  const other = await person()
  expect((await write(other, 'quero falar com alguém')).at(-1)).toContain('Uma pessoa da equipe')
  const { body } = await http.get('/v1/conversations').query({ status: 'waiting' }).set('authorization', other.creditor.bearer).expect(200)
  await http.post(`/v1/conversations/${body.data[0].id}/messages`).set('authorization', other.creditor.bearer).send({ agent: 'Ana', text: 'Oi, aqui é a Ana.' }).expect(201)
  await work()
  expect((await carriers.messages()).filter((one) => one.phone === other.phone && one.direction === 'out').at(-1)!.text).toBe('Oi, aqui é a Ana.')
})

test('a carrier that is down is asked again, and each answer goes out once', async () => {
  const who = await person()
  await carriers.setFaults({ webhooks: { held: true }, requests: [{ kind: 'unavailable', times: 1 }] })
  await expect(write(who, 'menu')).rejects.toThrow('the carrier is')
  const [thread] = await rows<{ id: string }>('select id from conversations where creditor_id = $1', [who.creditor.creditorId])
  const job = { creditorId: who.creditor.creditorId, conversationId: thread!.id }
  await Promise.all([sendReplies(desk, job), sendReplies(desk, job)])
  await sendReplies(desk, job)
  expect((await carriers.messages()).filter((one) => one.phone === who.phone && one.direction === 'out')).toHaveLength(1)
})
