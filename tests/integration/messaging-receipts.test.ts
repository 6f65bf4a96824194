import type { Receipt } from '@repactua/api/modules/channels/index.ts'
import { sendDue, takeReceipts } from '@repactua/api/modules/messaging/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { makeAddressee, queue, type Addressee } from '../builders/message.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'
import { scriptedCarriers } from '../support/scripted-carriers.ts'

const testApp = await startApp()
const { clock, platform } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)
const carriers = scriptedCarriers()
const desk = { platform, logger: createLogger('silent'), stillWanted: async () => new Map<string, string>(), carrierFor: carriers.carrierFor }
clock.moveTo('2026-11-26T15:00:00Z')

async function sent(who: Addressee, overrides: Parameters<Addressee['draft']>[0] = {}) {
  const draft = who.draft({ channels: ['email', 'sms'], purpose: 'service', ...overrides })
  await queue(testApp, creditor.creditorId, [draft])
  await sendDue(desk)
  const attemptId = carriers.taken.at(-1)!.outgoing.attemptId
  return { key: draft.stepKey, attemptId }
}
const channelOf = (attemptId: string) => carriers.taken.find(({ outgoing }) => outgoing.attemptId === attemptId)?.channel ?? 'email'
const tell = (attemptId: string, kind: Receipt['kind'], { minutes = 1, by = 'attempt', channel = channelOf(attemptId) } = {}) => {
  const receipt: Receipt = { providerMessageId: `provider-${attemptId}`, kind, at: new Date(clock.now().getTime() + minutes * 60_000), reason: 'told', ...(by === 'attempt' ? { attemptId } : {}) }
  return platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, (work) => takeReceipts(work, { creditorId: creditor.creditorId, newsId: randomUUID(), channel, receipts: [receipt] }))
}
const stateOf = async (key: string) => (await rows<{ status: string; channel: string; reason: string | null }>('select status, channel, reason from messages where step_key = $1', [key]))[0]
const eventsOf = async (key: string) => (await rows<{ type: string }>("select e.type from outbox_events e join messages m on e.subject = 'message_' || m.id where m.step_key = $1 order by e.position", [key])).map(({ type }) => type)

test('receipts bring a message forward, in whatever order they come and however often', async () => {
  const { key, attemptId } = await sent(await makeAddressee(testApp, creditor))
  await tell(attemptId, 'read', { minutes: 9 })
  await tell(attemptId, 'delivered', { by: 'provider' })
  await tell(attemptId, 'sent')
  await tell(attemptId, 'read')
  await tell(randomUUID(), 'read')
  expect(await stateOf(key)).toMatchObject({ status: 'read' })
  expect(await eventsOf(key)).toEqual(['message.sent', 'message.delivered'])
  expect(await rows('select r.kind from message_receipts r join message_attempts a on a.id = r.attempt_id where a.id = $1 order by r.at', [attemptId])).toEqual([{ kind: 'delivered' }, { kind: 'sent' }, { kind: 'read' }])
})

test('a bounce goes by the next channel, and the address is not written to again', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const { key, attemptId } = await sent(ana)
  await tell(attemptId, 'bounced')
  await tell(attemptId, 'bounced')
  await sendDue(desk)
  expect(await stateOf(key)).toMatchObject({ status: 'sent', channel: 'sms' })
  const next = await sent(ana)
  expect(await stateOf(next.key)).toMatchObject({ status: 'sent', channel: 'sms' })
})

test('a failure of the last channel ends it; after a delivery it changes nothing', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const lost = await sent(ana, { channels: ['sms'] })
  await tell(lost.attemptId, 'failed')
  expect(await stateOf(lost.key)).toMatchObject({ status: 'failed', reason: 'told' })
  const read = await sent(ana)
  await tell(read.attemptId, 'delivered')
  await tell(read.attemptId, 'failed')
  expect(await stateOf(read.key)).toMatchObject({ status: 'delivered' })
})

test('what no answer came to is known by its receipt', async () => {
  carriers.script = ['lost']
  const { key, attemptId } = await sent(await makeAddressee(testApp, creditor), { channels: ['sms', 'email'] })
  expect(await stateOf(key)).toMatchObject({ status: 'sending' })
  await tell(attemptId, 'delivered')
  expect(await stateOf(key)).toMatchObject({ status: 'delivered', channel: 'sms' })
  expect(await eventsOf(key)).toEqual(['message.sent', 'message.delivered'])
})

test('what is known to be lost counts for no cap', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const first = await sent(ana, { purpose: 'collection', channels: ['sms'] })
  await tell(first.attemptId, 'failed')
  const second = await sent(ana, { purpose: 'collection', channels: ['email'] })
  expect(await stateOf(second.key)).toMatchObject({ status: 'sent' })
})

test('a complaint is a no to that channel, of all creditors', async () => {
  const other = await makeCreditor(testApp)
  const ana = await makeAddressee(testApp, creditor)
  const { attemptId } = await sent(ana)
  await tell(attemptId, 'complained')
  const same = await makeAddressee(testApp, other, { cpf: ana.person.cpf, email: ana.person.email!, phone: ana.person.phone! })
  const draft = same.draft({ channels: ['email'], purpose: 'service' })
  await queue(testApp, other.creditorId, [draft])
  await sendDue(desk)
  expect((await stateOf(draft.stepKey))!.status).not.toBe('sent')
  expect(await rows('select source, channel, purpose from contact_choices where cpf_index = $1', [platform.keys.cpfIndex(ana.person.cpf)])).toEqual([{ source: 'complaint', channel: 'email', purpose: null }])
})

test('what one creditor’s carrier says of a number holds for that creditor alone', async () => {
  const other = await makeCreditor(testApp)
  const ana = await makeAddressee(testApp, creditor)
  const { attemptId } = await sent(ana, { channels: ['sms'] })
  await tell(attemptId, 'bounced')
  const again = await sent(ana, { channels: ['sms', 'email'] })
  expect(await stateOf(again.key)).toMatchObject({ channel: 'email' })
  const same = await makeAddressee(testApp, other, { cpf: ana.person.cpf, email: ana.person.email!, phone: ana.person.phone! })
  const draft = same.draft({ channels: ['sms'], purpose: 'service' })
  await queue(testApp, other.creditorId, [draft])
  await sendDue(desk)
  expect(await stateOf(draft.stepKey)).toMatchObject({ status: 'sent', channel: 'sms' })
})

test('a carrier of one channel closes no address of another', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const { key, attemptId } = await sent(ana, { channels: ['email'] })
  await tell(attemptId, 'bounced', { channel: 'sms' })
  await tell(attemptId, 'delivered', { channel: 'sms' })
  expect(await stateOf(key)).toMatchObject({ status: 'sent', channel: 'email' })
})
