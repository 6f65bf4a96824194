import { randomUUID } from 'node:crypto'
import { carrierFor, offerTemplate, readNews, type Channel, type ChannelContent, type Receipt, type SendOutcome } from '@repactua/api/modules/channels/index.ts'
import type { AccountChannel } from '@repactua/shared/contract/channels.ts'
import { expect, test } from 'vitest'
import { findFreePort } from '../../scripts/embedded/free-port.ts'
import type { ProviderName } from '../../scripts/local-carriers/state.ts'
import { setChannelAccount } from '../builders/channel.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { localCarriers, type CarrierFaults } from '../support/local-carriers.ts'
import { rowsOf } from '../support/rows.ts'

const port = await findFreePort()
const testApp = await startApp({ PUBLIC_URL: `http://localhost:${port}` })
const { platform } = testApp
await testApp.app.listen({ host: '127.0.0.1', port })
const carriers = await localCarriers({ clock: testApp.clock })
const rows = rowsOf(testApp.db)
const desk = { platform, mailer: { send: () => Promise.resolve(), close: () => undefined } }
const PHONE = '+5511912345678'

const CONTENT: ChannelContent = {
  email: { subject: 'Oi', html: '<p>Oi</p>', text: 'Oi' },
  sms: { text: 'Lojas Aurora: temos uma novidade para você.' },
  whatsapp: { templateName: 'novidade', language: 'pt-BR', parameters: ['Ana'], text: 'Olá, Ana.' },
  push: { title: 'Uma novidade', body: 'Abra quando puder.', url: '/m/abc' },
  voice: { text: 'Olá. Aqui é das Lojas Aurora & Cia.' },
}

interface Line {
  creditorId: string
  bearer: string
  channel: Channel
}

/** A creditor with an account, its news held until they are let go. */
async function lineOf(provider: ProviderName, channel: AccountChannel): Promise<Line> {
  const creditor = await makeCreditor(testApp)
  const input = await carriers.openAccount(provider, provider === 'zenvia' ? `aurora-${creditor.clientId.slice(-6)}` : `+5511${String(Math.floor(Math.random() * 90_000_000) + 10_000_000)}`)
  const { webhookUrl } = await setChannelAccount(testApp, creditor, channel, input)
  await carriers.setWebhook('accountSid' in input ? input.accountSid : 'apiToken' in input ? input.apiToken : 'phoneNumberId' in input ? input.phoneNumberId : '', webhookUrl!)
  const line = { creditorId: creditor.creditorId, bearer: creditor.bearer, channel }
  if (channel === 'whatsapp') await approveTemplate(line, provider)
  return line
}

async function approveTemplate({ creditorId, bearer }: Line, provider: ProviderName): Promise<void> {
  const named = provider === 'meta' ? {} : { providerTemplateId: provider === 'twilio' ? `HX${'1'.repeat(32)}` : 'c2c3e42d-6fb7-4ad6-897a-dd7613469f58' }
  const text = { name: 'novidade', language: 'pt_BR', category: 'utility', body: 'Olá, {{1}}.', examples: ['Ana'] }
  await testApp.http.post('/v1/channel-accounts/whatsapp/templates').set('authorization', bearer).send({ ...text, ...named }).expect(201)
  if (provider !== 'meta') return
  await carriers.setFaults({ webhooks: { held: true } })
  await offerTemplate(platform, { creditorId, name: 'novidade', language: 'pt_BR' })
  await carriers.review('novidade', 'APPROVED')
  await newsOf({ creditorId })
}

async function send({ creditorId, channel }: Line, { to = PHONE, attemptId = randomUUID(), content = CONTENT[channel], faults = {} }: { to?: string; attemptId?: string; content?: ChannelContent[Channel]; faults?: CarrierFaults } = {}): Promise<SendOutcome> {
  await carriers.setFaults({ webhooks: { held: true }, ...faults })
  return (await carrierFor(desk, creditorId, channel))!.carrier.send({ attemptId, to, content })
}

/** Lets held news go and reads what came of them. */
async function newsOf({ creditorId }: Pick<Line, 'creditorId'>, order: 'first' | 'last' = 'first'): Promise<{ receipts: Receipt[]; texts: string[] }> {
  await carriers.releaseWebhooks(order)
  const unread = await rows<{ id: string }>('select id from carrier_news where creditor_id = $1 and read_at is null', [creditorId])
  const read = await Promise.all(unread.map(({ id }) => platform.transact({ kind: 'system' }, { creditorId }, (work) => readNews(work, { creditorId, newsId: id }))))
  return { receipts: read.flatMap(({ receipts }) => receipts), texts: read.flatMap(({ inbound }) => inbound.map(({ from, text }) => `${from} ${text}`)) }
}

const LINES = [['twilio', 'sms'], ['twilio', 'whatsapp'], ['zenvia', 'sms'], ['zenvia', 'whatsapp'], ['meta', 'whatsapp']] as const

test.each(LINES)('%s %s: accepted, and its receipts lead to the attempt', async (provider, channel) => {
  const line = await lineOf(provider, channel)
  const attemptId = randomUUID()
  const outcome = await send(line, { attemptId })
  expect(outcome).toEqual({ kind: 'accepted', providerMessageId: expect.any(String) as string })
  expect((await carriers.messages()).at(-1)).toMatchObject({ phone: PHONE, channel, text: expect.stringContaining(channel === 'sms' ? 'novidade' : 'Ana') as string })
  const { receipts } = await newsOf(line)
  expect(receipts.map(({ kind }) => kind).sort()).toEqual(['delivered', 'sent'])
  expect(new Set(receipts.map((receipt) => [receipt.attemptId, receipt.providerMessageId].join()))).toEqual(new Set([[attemptId, outcome.kind === 'accepted' && outcome.providerMessageId].join()]))
})

test.each(LINES)('%s %s: told twice and the last first, it is kept once', async (provider, channel) => {
  const line = await lineOf(provider, channel)
  await send(line, { faults: { webhooks: { held: true, copies: 2 } } })
  const { receipts } = await newsOf(line, 'last')
  expect(receipts.map(({ kind }) => kind).sort()).toEqual(['delivered', 'sent'])
})

test.each(LINES)('%s %s: what goes wrong is told apart', async (provider, channel) => {
  const line = await lineOf(provider, channel)
  const before = (await carriers.messages()).length
  const fault = (kind: 'too_many' | 'unavailable' | 'broken', times = 1) => send(line, { faults: { requests: [{ kind, times, provider }] } })
  expect(await fault('too_many')).toMatchObject({ kind: 'busy' })
  expect(await fault('unavailable')).toEqual({ kind: 'down' })
  expect(await fault('broken')).toEqual({ kind: 'in_doubt' })
  expect(await send(line, { faults: { badNumbers: [PHONE] } })).toMatchObject({ kind: 'refused', badAddress: true, reason: expect.stringMatching(new RegExp(`^${provider}_`)) as string })
  expect((await carriers.messages()).length).toBe(before)
  expect(await send(line, { faults: { perSecond: 0 } })).toMatchObject({ kind: 'busy' })
})

test.each(LINES)('%s %s: an answer that was lost is in doubt, and the receipt says that it went', async (provider, channel) => {
  const line = await lineOf(provider, channel)
  const attemptId = randomUUID()
  expect(await send(line, { attemptId, faults: { requests: [{ kind: 'lost_answer' }], webhooks: { held: true } } })).toEqual({ kind: 'in_doubt' })
  const { receipts } = await newsOf(line)
  expect(receipts.map((receipt) => receipt.attemptId)).toEqual([attemptId, attemptId])
})

test.each(LINES)('%s %s: a phone that cannot be reached', async (provider, channel) => {
  const line = await lineOf(provider, channel)
  await send(line, { faults: { unreachable: [PHONE], webhooks: { held: true } } })
  const { receipts } = await newsOf(line)
  expect(receipts.find(({ kind }) => kind !== 'sent')).toMatchObject({ kind: 'bounced', reason: expect.stringMatching(new RegExp(`^${provider}_`)) as string })
})

test.each(LINES)('%s %s: a person answers', async (provider, channel) => {
  const line = await lineOf(provider, channel)
  await send(line)
  await carriers.write({ phone: PHONE, text: 'já paguei', channel })
  expect((await newsOf(line)).texts).toEqual([`${PHONE} já paguei`])
})

test('Twilio is asked whether it has a text to a number', async () => {
  const line = await lineOf('twilio', 'sms')
  const { carrier } = (await carrierFor(desk, line.creditorId, 'sms'))!
  const outgoing = { attemptId: randomUUID(), to: PHONE, content: { text: 'Lojas Aurora, código 7QKD-M2XR' } }
  expect(await carrier.find!(outgoing)).toBeNull()
  await send(line, { content: outgoing.content, faults: { requests: [{ kind: 'lost_answer' }] } })
  expect(await carrier.find!(outgoing)).toEqual({ kind: 'accepted', providerMessageId: (await carriers.messages()).at(-1)!.id })
  expect(await carrier.find!({ ...outgoing, to: '+5511987654321' })).toBeNull()
  expect((await carrierFor(desk, (await lineOf('zenvia', 'sms')).creditorId, 'sms'))!.carrier.find).toBeUndefined()
})

test.each([
  [21610, { kind: 'refused', reason: 'unsubscribed', badAddress: false }],
  [21211, { kind: 'refused', reason: 'twilio_21211', badAddress: true }],
  [30034, { kind: 'refused', reason: 'twilio_30034', badAddress: false }],
  [14107, { kind: 'busy', retryAfterSeconds: null }],
])('Twilio’s %i', async (code, outcome) => {
  expect(await send(await lineOf('twilio', 'sms'), { faults: { requests: [{ kind: 'refused', code }] } })).toEqual(outcome)
})

test.each([
  [131056, { kind: 'busy', retryAfterSeconds: null }],
  [131042, { kind: 'down' }],
  [131049, { kind: 'refused', reason: 'meta_131049', badAddress: false }],
  [131050, { kind: 'refused', reason: 'unsubscribed', badAddress: false }],
])('Meta’s %i', async (code, outcome) => {
  expect(await send(await lineOf('meta', 'whatsapp'), { faults: { requests: [{ kind: 'refused', code }] } })).toEqual(outcome)
})

test('a call says the text, and is told of once it was heard or not', async () => {
  const line = await lineOf('twilio', 'voice')
  expect(await send(line)).toMatchObject({ kind: 'accepted' })
  expect((await carriers.messages()).at(-1)).toMatchObject({ channel: 'voice', text: 'Olá. Aqui é das Lojas Aurora & Cia.' })
  expect((await newsOf(line)).receipts).toMatchObject([{ kind: 'delivered' }])
  await send(line, { faults: { unreachable: [PHONE], webhooks: { held: true } } })
  expect((await newsOf(line)).receipts).toMatchObject([{ kind: 'failed', reason: 'twilio_no-answer' }])
})

test.each(['twilio', 'zenvia', 'meta'] as const)('%s: no template is sent that is not approved, and nobody is asked', async (provider) => {
  const line = await lineOf(provider, 'whatsapp')
  const before = (await carriers.messages()).length
  const unknown = { ...CONTENT.whatsapp, templateName: 'outro' }
  expect(await send(line, { content: unknown, faults: { perSecond: 0 } })).toEqual({ kind: 'refused', reason: 'template_not_approved', badAddress: false })
  expect((await carriers.messages()).length).toBe(before)
})

test('a template that its reviewers refuse is sent no more', async () => {
  const line = await lineOf('meta', 'whatsapp')
  await carriers.setFaults({ webhooks: { held: true } })
  testApp.clock.advance(1_000)
  await carriers.review('novidade', 'REJECTED')
  await newsOf(line)
  expect(await send(line)).toMatchObject({ kind: 'refused', reason: 'template_not_approved' })
})

test('free text goes to who wrote within a day, and to nobody else', async () => {
  const line = await lineOf('meta', 'whatsapp')
  const free = { ...CONTENT.whatsapp, templateName: null, text: 'Obrigado por escrever.' }
  const phone = '+5511987654321'
  expect(await send(line, { to: phone, content: free })).toEqual({ kind: 'refused', reason: 'meta_131047', badAddress: false })
  await send(line, { to: phone })
  await carriers.write({ phone, text: 'oi', channel: 'whatsapp' })
  expect(await send(line, { to: phone, content: free })).toMatchObject({ kind: 'accepted' })
  testApp.clock.advance(25 * 3_600_000)
  expect(await send(line, { to: phone, content: free })).toMatchObject({ kind: 'refused', reason: 'meta_131047' })
})

test('push reaches the browser that it was encrypted for, until that has gone', async () => {
  const { creditorId, bearer } = await makeCreditor(testApp)
  const line: Line = { creditorId, bearer, channel: 'push' }
  const to = JSON.stringify(await carriers.openBrowser())
  expect(await send(line, { to })).toMatchObject({ kind: 'accepted', providerMessageId: expect.stringMatching(/^\/messages\//) as string })
  expect(JSON.parse((await carriers.messages()).at(-1)!.text)).toEqual(CONTENT.push)
  expect(await send(line, { to, faults: { requests: [{ kind: 'too_many' }] } })).toEqual({ kind: 'refused', reason: 'push_unreachable', badAddress: false })
  expect(await send(line, { to, faults: { requests: [{ kind: 'lost_answer' }] } })).toEqual({ kind: 'in_doubt' })
  await carriers.forgetBrowsers()
  expect(await send(line, { to })).toEqual({ kind: 'refused', reason: 'push_410', badAddress: true })
})

test('where nobody listens, nothing went out; without an account there is no carrier', async () => {
  const creditor = await makeCreditor(testApp)
  expect(await carrierFor(desk, creditor.creditorId, 'sms')).toBeNull()
  const nobody = { ...(await carriers.openAccount('twilio', '+551133330000')), baseUrl: `http://localhost:${await findFreePort()}` }
  const { ratePerSecond } = await setChannelAccount(testApp, creditor, 'sms', nobody)
  const line = { creditorId: creditor.creditorId, bearer: creditor.bearer, channel: 'sms' } as const
  expect(await send(line)).toEqual({ kind: 'down' })
  expect(await carrierFor(desk, creditor.creditorId, 'sms')).toMatchObject({ ratePerSecond, line: expect.stringMatching(/^twilio:/) as string })
})

test('credentials that the provider refuses are of the account, not of the message', async () => {
  const creditor = await makeCreditor(testApp)
  await setChannelAccount(testApp, creditor, 'sms', { ...(await carriers.openAccount('zenvia', 'loja')), apiToken: 'outra-chave' } as never)
  expect(await send({ ...creditor, channel: 'sms' })).toEqual({ kind: 'down' })
})
