import { createHash, randomUUID } from 'node:crypto'
import type { Receipt } from '@repactua/api/modules/channels/index.ts'
import { sendDue, takeReceipts } from '@repactua/api/modules/messaging/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { showId } from '@repactua/api/platform/ids.ts'
import type { Message, MessageWhole } from '@repactua/shared/contract/messages.ts'
import { beforeEach, expect, test } from 'vitest'
import { secondClient } from '../builders/client.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { makeAddressee, queue, type Addressee } from '../builders/message.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'
import { scriptedCarriers } from '../support/scripted-carriers.ts'

const testApp = await startApp()
const { clock, http, platform } = testApp
const rows = rowsOf(testApp.db)
const carriers = scriptedCarriers()
const desk = { platform, logger: createLogger('silent'), stillWanted: async () => new Map<string, string>(), carrierFor: carriers.carrierFor }

// Ten in the morning of a Thursday, a week of its own for each test.
let week = 0
let creditor: TestCreditor
beforeEach(async () => {
  clock.moveTo(new Date(Date.parse('2027-01-07T13:00:00Z') + ++week * 7 * 86_400_000))
  await rows("update messages set status = 'cancelled', due_at = null, ended_at = now() where due_at is not null")
  creditor = await makeCreditor(testApp)
})

const put = async (who: Addressee, overrides: Parameters<Addressee['draft']>[0] = {}) => {
  const now = clock.now()
  const draft = who.draft({ notBefore: now, notAfter: new Date(now.getTime() + 7 * 86_400_000), ...overrides })
  await queue(testApp, draft.creditorId, [draft])
  return draft.stepKey
}
const get = (path: string, { bearer } = creditor) => http.get(path).set('authorization', bearer)
const list = async (query = '') => (await get(`/v1/messages${query}`).expect(200)).body as { data: Message[]; nextCursor: string | null }
const read = async (id: string) => (await get(`/v1/messages/${id}`).expect(200)).body as MessageWhole
const externalIdOf = async ({ debtId }: Addressee) => (await rows<{ external_id: string }>('select external_id from debts where id = $1', [debtId]))[0]!.external_id
const channelOf = (attemptId: string) => carriers.taken.find(({ outgoing }) => outgoing.attemptId === attemptId)?.channel ?? 'email'
const tell = (attemptId: string, kind: Receipt['kind'], { reason = 'told', newsId = randomUUID() } = {}) =>
  platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, (work) => takeReceipts(work, { creditorId: creditor.creditorId, newsId, channel: channelOf(attemptId), receipts: [{ attemptId, providerMessageId: `provider-${attemptId}`, kind, at: clock.now(), reason }] }))

test('a message is read with each attempt, its words as they went and what the carrier told; no CPF, no address, nothing that acts for the person', async () => {
  const ana = await makeAddressee(testApp, creditor, { email: 'ana.lima@exemplo.test' })
  carriers.script = [{ kind: 'refused', reason: 'smtp_550', badAddress: false }]
  await put(ana, { channels: ['email', 'sms'] })
  await sendDue(desk)
  clock.advance(1_000)
  await sendDue(desk)
  const newsId = randomUUID()
  const taken = carriers.taken.at(-1)!
  await tell(taken.outgoing.attemptId, 'delivered', { newsId })
  const [listed] = (await list()).data
  const message = await read(listed!.id)
  expect(message).toMatchObject({ ...listed, debtExternalIds: [await externalIdOf(ana)], purpose: 'collection', templateKey: 'debt-reminder', status: 'delivered', channel: 'sms', ruler: null })
  const [mail, sms] = message.attempts
  expect(mail).toMatchObject({ channel: 'email', addressMasked: 'a•••@exemplo.test', status: 'refused', reason: 'smtp_550', receipts: [] })
  expect(sms).toMatchObject({ channel: 'sms', addressMasked: expect.stringMatching(/^\(11\) •{5}-\d{4}$/) as string, status: 'accepted', receipts: [{ kind: 'delivered', reason: 'told', at: clock.now().toISOString(), newsId: `news_${newsId}` }] })
  const sent = JSON.stringify({ content: taken.outgoing.content })
  expect(sms!.sha256).toBe(createHash('sha256').update(sent).digest('hex'))
  const shown = JSON.stringify(message)
  expect(mail!.words).toMatchObject({ subject: expect.any(String) as string, html: expect.stringContaining('descadastro') as string })
  expect(shown).not.toMatch(/\/(m|descadastro|unsubscriptions)\/[\w-]{18}/)
  for (const secret of [ana.person.cpf, ana.person.email!, ana.person.phone!]) expect(shown).not.toContain(secret)
  const signed = /\/m\/([\w-]{18})/
  const unsigned = (text: string) => text.replace(signed, (_, token: string) => `/m/${token.slice(0, 8)}••••••••••`)
  expect(sms!.words.text).toBe(unsigned((taken.outgoing.content as { text: string }).text))
})

test('an address that only others know is not shown, not even masked', async () => {
  const other = await makeCreditor(testApp)
  const ana = await makeAddressee(testApp, creditor, { email: 'dela@exemplo.test' })
  clock.advance(60_000)
  for (const one of [other, await makeCreditor(testApp)]) await makeDebt(testApp, one, { debtor: { ...ana.person, email: 'outra@exemplo.test' } })
  await put(ana, { purpose: 'service' })
  await sendDue(desk)
  expect(carriers.taken.at(-1)!.outgoing.to).toBe('outra@exemplo.test')
  const [message] = (await list()).data
  expect((await read(message!.id)).attempts).toMatchObject([{ status: 'accepted', addressMasked: null }])
})

test('the list goes by debt, person, ruler, status, channel, purpose and day, page by page', async () => {
  const [ana, rui] = [await makeAddressee(testApp, creditor), await makeAddressee(testApp, creditor)]
  const rulerId = randomUUID()
  await put(ana)
  await sendDue(desk)
  clock.advance(86_400_000)
  await put(rui, { purpose: 'service', channels: ['sms'], origin: { rulerId, step: 'day-3', arm: 'b' }, notBefore: new Date(clock.now().getTime() + 3_600_000) })
  const all = await list()
  expect(all.data.map(({ status }) => status)).toEqual(['planned', 'sent'])
  const [planned, sent] = all.data.map(({ id }) => id)
  const found = async (query: string) => (await list(query)).data.map(({ id }) => id)
  expect(await found(`?debtExternalId=${await externalIdOf(ana)}`)).toEqual([sent])
  expect(await found(`?debtExternalId=${await externalIdOf(ana)}&debtorId=${all.data[0]!.debtorId}`)).toEqual([])
  expect(await found('?debtExternalId=NOBODYS')).toEqual([])
  expect(await found(`?debtorId=${all.data[0]!.debtorId}`)).toEqual([planned])
  expect(await found(`?rulerId=${showId('ruler', rulerId)}`)).toEqual([planned])
  expect(all.data[0]!.ruler).toEqual({ id: showId('ruler', rulerId), step: 'day-3', arm: 'b' })
  for (const query of ['?status=sent', '?channel=email', '?purpose=collection']) expect(await found(query)).toEqual([sent])
  const day = clock.now().toISOString().slice(0, 10)
  expect(await found(`?from=${day}`)).toEqual([planned])
  expect(await found(`?to=${day}`)).toEqual([planned, sent])
  expect(await found(`?to=${new Date(clock.now().getTime() - 86_400_000).toISOString().slice(0, 10)}`)).toEqual([sent])
  const first = await list('?limit=1')
  expect(await found(`?limit=1&cursor=${first.nextCursor!}`)).toEqual([sent])
})

test('of a cap over all creditors a creditor learns only that something held its message', async () => {
  const [mine, other] = [creditor, await makeCreditor(testApp)]
  const theirs = await makeAddressee(testApp, other)
  const ana = await makeAddressee(testApp, mine, theirs.person)
  await put(theirs)
  await sendDue(desk)
  const key = await put(ana, { notAfter: new Date(clock.now().getTime() + 3_600_000) })
  await sendDue(desk)
  expect((await list()).data).toMatchObject([{ status: 'held', reason: 'contact_cap' }])
  clock.advance(3_600_001)
  await sendDue(desk)
  const told = await rows<{ data: object }>("select e.data from outbox_events e join messages m on e.subject = 'message_' || m.id where m.step_key = $1", [key])
  expect(told).toMatchObject([{ data: { status: 'expired', reason: 'contact_cap' } }])
})

test('nobody reads a message of another creditor, or without the scope', async () => {
  await put(await makeAddressee(testApp, creditor))
  const [message] = (await list()).data
  const stranger = await makeCreditor(testApp)
  expect((await get(`/v1/messages/${message!.id}`, stranger).expect(404)).body.code).toBe('not_found')
  expect((await get('/v1/messages', stranger).expect(200)).body).toEqual({ data: [], nextCursor: null })
  expect((await get('/v1/messages', await secondClient(testApp, creditor, ['debts:read'])).expect(403)).body.code).toBe('scope_missing')
  await http.get('/v1/messages').expect(401)
  await get('/v1/messages?status=lost').expect(400)
})

test('who told the sender to stop at the carrier is not written to by that channel any more, by this creditor; told twice it is once', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const wishes = () => rows('select channel, purpose, source, wish from contact_choices where creditor_id = $1', [creditor.creditorId])
  carriers.script = [{ kind: 'refused', reason: 'unsubscribed', badAddress: false }]
  await put(ana, { channels: ['sms', 'email'] })
  await sendDue(desk)
  await sendDue(desk)
  expect((await list()).data).toMatchObject([{ status: 'sent', channel: 'email' }])
  expect(await wishes()).toEqual([{ channel: 'sms', purpose: null, source: 'reply', wish: 'stop' }])
  clock.advance(1_000)
  await put(ana, { purpose: 'service', channels: ['sms'] })
  await sendDue(desk)
  expect((await list()).data[0]).toMatchObject({ status: 'cancelled', reason: 'opted_out' })
  const rui = await makeAddressee(testApp, creditor)
  await put(rui, { purpose: 'service', channels: ['voice'] })
  await sendDue(desk)
  const { attemptId } = carriers.taken.at(-1)!.outgoing
  await tell(attemptId, 'failed', { reason: 'unsubscribed' })
  await tell(attemptId, 'bounced', { reason: 'unsubscribed' })
  expect(await wishes()).toHaveLength(2)
  expect(await rows("select type from outbox_events where creditor_id = $1 and type = 'contact.chosen'", [creditor.creditorId])).toHaveLength(2)
})
