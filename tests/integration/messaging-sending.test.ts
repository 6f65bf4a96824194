import type { Outgoing } from '@repactua/api/modules/channels/index.ts'
import { sendDue, type SendingDesk } from '@repactua/api/modules/messaging/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { beforeEach, expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { makeAddressee, queue, type Addressee } from '../builders/message.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'
import { scriptedCarriers, type ScriptedCarriers } from '../support/scripted-carriers.ts'

const testApp = await startApp()
const { clock, platform } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)
let carriers: ScriptedCarriers
let desk: SendingDesk

// Ten in the morning of a Thursday in São Paulo; each test on a week of its own, so that none counts for another one's caps.
let week = 0
beforeEach(async () => {
  clock.moveTo(new Date(Date.parse('2027-01-07T13:00:00Z') + ++week * 7 * 86_400_000))
  await rows("update messages set status = 'cancelled', due_at = null, ended_at = now() where due_at is not null")
  await rows('delete from sending_lines')
  carriers = scriptedCarriers()
  desk = { platform, logger: createLogger('silent'), stillWanted: async () => new Map(), carrierFor: carriers.carrierFor }
})

const round = () => sendDue(desk)
const later = (seconds: number) => clock.advance(seconds * 1_000)
const put = (who: Addressee, overrides: Parameters<Addressee['draft']>[0] = {}) => {
  const draft = who.draft({ notBefore: clock.now(), notAfter: new Date(clock.now().getTime() + 7 * 86_400_000), ...overrides })
  return queue(testApp, draft.creditorId, [draft]).then(() => draft.stepKey)
}
const stateOf = async (stepKey: string) => (await rows<{ status: string; reason: string | null; channel: string | null; due_at: Date | null; tries: number }>('select status, reason, channel, due_at, tries from messages where step_key = $1', [stepKey]))[0]!
const attemptsOf = (stepKey: string) => rows<{ status: string; channel: string; counts: boolean }>('select a.status, a.channel, a.counts from message_attempts a join messages m on m.creditor_id = a.creditor_id and m.id = a.message_id where m.step_key = $1 order by a.started_at, a.id', [stepKey])
const eventsOf = async (stepKey: string) => (await rows<{ type: string }>("select e.type from outbox_events e join messages m on e.subject = 'message_' || m.id where m.step_key = $1 order by e.position", [stepKey])).map(({ type }) => type)

test('a message goes once, however many workers look; it says who sends it and shows nothing of the debt', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const key = await put(ana)
  await Promise.all([round(), round(), round()])
  await round()
  expect(carriers.taken).toHaveLength(1)
  const outgoing = carriers.taken[0]!.outgoing as Outgoing<'email'>
  expect(outgoing.to).toBe(ana.person.email)
  expect(outgoing.unsubscribeUrl).toMatch(/^http:\/\/localhost:3000\/v1\/unsubscriptions\/[\w-]{18}$/)
  expect(outgoing.content.text).toContain('Lojas Aurora')
  expect(await stateOf(key)).toMatchObject({ status: 'sent', channel: 'email', due_at: null })
  expect(await eventsOf(key)).toEqual(['message.sent'])
})

test('at night it waits for the morning of the person’s own clock', async () => {
  const ana = await makeAddressee(testApp, creditor, { state: 'AC', city: 'Rio Branco' })
  clock.advance(8 * 3_600_000)
  const key = await put(ana)
  clock.advance(3 * 3_600_000)
  await round()
  expect(await stateOf(key)).toMatchObject({ status: 'held', reason: 'quiet_hours' })
  clock.moveTo((await stateOf(key)).due_at!)
  expect(clock.now().toISOString()).toContain('T14:00:00')
  await round()
  expect(await stateOf(key)).toMatchObject({ status: 'sent' })
})

test('what is not wanted any more is not sent; what is too late expires', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const unwanted = await put(ana)
  desk.stillWanted = async (_work, messages) => new Map(messages.map(({ id }) => [id, 'debt_settled']))
  await round()
  expect(await stateOf(unwanted)).toMatchObject({ status: 'cancelled', reason: 'debt_settled' })
  const late = await put(ana, { notAfter: clock.now() })
  later(1)
  await round()
  expect(await stateOf(late)).toMatchObject({ status: 'expired' })
  expect(await eventsOf(late)).toEqual(['message.failed'])
  expect(carriers.calls).toBe(0)
})

test('caps hold over creditors that send at the same moment', async () => {
  const other = await makeCreditor(testApp)
  const ana = await makeAddressee(testApp, creditor)
  const same = await makeAddressee(testApp, other, { cpf: ana.person.cpf, email: ana.person.email!, phone: ana.person.phone! })
  const keys = [await put(ana), await put(same)]
  await Promise.all([round(), round(), round(), round()])
  const states = await Promise.all(keys.map(stateOf))
  expect(states.map(({ status }) => status).sort()).toEqual(['held', 'sent'])
  expect(states.find(({ status }) => status === 'held')).toMatchObject({ reason: 'person_day' })
  expect(carriers.taken).toHaveLength(1)
})

test('what has its place on the line and has not gone yet counts', async () => {
  const other = await makeCreditor(testApp)
  const ana = await makeAddressee(testApp, creditor)
  const same = await makeAddressee(testApp, other, { cpf: ana.person.cpf, email: ana.person.email!, phone: ana.person.phone! })
  await rows("insert into sending_lines (line, next_slot) values ('test:email', $1)", [new Date(clock.now().getTime() + 200)])
  const keys = [await put(ana), await put(same)]
  await round()
  expect((await Promise.all(keys.map(stateOf))).map(({ status }) => status).sort()).toEqual(['held', 'sent'])
})

test('one phone of a household is not two people', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const son = await makeAddressee(testApp, creditor, { phone: ana.person.phone! })
  const [first, second, mail] = [await put(ana, { channels: ['sms'] }), await put(son, { channels: ['sms'] }), await put(son, { channels: ['email'], purpose: 'service' })]
  await Promise.all([round(), round()])
  await round()
  expect((await Promise.all([first, second].map(stateOf))).map(({ status }) => status).sort()).toEqual(['held', 'sent'])
  expect((await Promise.all([first, second].map(stateOf))).find(({ status }) => status === 'held')!.reason).toBe('address_day')
  expect(await stateOf(mail)).toMatchObject({ status: 'sent' })
})

test('a debt is collected where this creditor and most others have the same address, and a plan is spoken of where most have it', async () => {
  const [second, third] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const ana = await makeAddressee(testApp, creditor)
  const { cpf, phone } = ana.person
  await makeAddressee(testApp, second, { cpf, phone: phone!, email: ana.person.email! })
  const stray = await makeAddressee(testApp, third, { cpf, phone: phone!, email: `somebody.${cpf}@exemplo.test` })
  const [collected, served] = [await put(stray), await put(stray, { purpose: 'service' })]
  await round()
  expect(await stateOf(collected)).toMatchObject({ status: 'failed', reason: 'no_address' })
  expect(await stateOf(served)).toMatchObject({ status: 'sent' })
  expect(carriers.taken.map(({ outgoing }) => outgoing.to)).toEqual([ana.person.email])
})

test('429: nobody calls the line before the pause is over', async () => {
  const [ana, rui] = [await makeAddressee(testApp, creditor), await makeAddressee(testApp, creditor)]
  carriers.script = [{ kind: 'busy', retryAfterSeconds: 90 }]
  const key = await put(ana)
  await round()
  const other = await put(rui)
  later(30)
  await round()
  expect(carriers.calls).toBe(1)
  expect(await stateOf(key)).toMatchObject({ status: 'planned', reason: 'carrier_busy' })
  later(61)
  await round()
  expect((await Promise.all([key, other].map(stateOf))).map(({ status }) => status)).toEqual(['sent', 'sent'])
  expect((await attemptsOf(key)).map(({ status, counts }) => [status, counts])).toEqual([['not_sent', false], ['accepted', true]])
})

test('5xx: waits grow, the line is closed after five, one message tries it, and then all go', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => makeAddressee(testApp, creditor)))
  carriers.script = Array.from({ length: 6 }, () => ({ kind: 'down' }) as const)
  const keys = await Promise.all(people.map((person) => put(person)))
  await round()
  const failed = carriers.calls
  expect(failed).toBeGreaterThanOrEqual(5)
  await round()
  expect(carriers.calls).toBe(failed)
  // The sixth of the script is the probe, if a lane did not get to it before the line was closed.
  for (let i = 0; i < 12; i++) {
    later(300)
    await round()
  }
  expect((await Promise.all(keys.map(stateOf))).map(({ status }) => status)).toEqual(keys.map(() => 'sent'))
  expect(new Set(carriers.taken.map(({ outgoing }) => outgoing.to)).size).toBe(6)
  expect(carriers.taken).toHaveLength(6)
  expect(await rows('select failures, closed_until from sending_lines')).toEqual([{ failures: 0, closed_until: null }])
})

test('a line that is down for long is gone around by the next channel', async () => {
  const ana = await makeAddressee(testApp, creditor)
  carriers.broken.add('sms')
  const key = await put(ana, { channels: ['sms', 'email'] })
  for (let i = 0; i < 20 && (await stateOf(key)).status !== 'sent'; i++) {
    await round()
    later(120)
  }
  expect(await stateOf(key)).toMatchObject({ status: 'sent', channel: 'email' })
  expect(carriers.taken.map(({ channel }) => channel)).toEqual(['email'])
})

test('a refusal goes by the next channel; an address that takes nothing is not written to again', async () => {
  const ana = await makeAddressee(testApp, creditor)
  carriers.script = [{ kind: 'refused', reason: 'smtp_550', badAddress: true }, { kind: 'refused', reason: 'twilio_30007', badAddress: false }]
  const key = await put(ana, { channels: ['email', 'sms'] })
  await round()
  await round()
  await round()
  expect(await stateOf(key)).toMatchObject({ status: 'failed', reason: 'twilio_30007' })
  expect(await eventsOf(key)).toEqual(['message.failed'])
  const next = await put(ana, { channels: ['email', 'sms'] })
  await round()
  expect(carriers.taken.map(({ channel }) => channel)).toEqual(['sms'])
  expect(await stateOf(next)).toMatchObject({ status: 'sent', channel: 'sms' })
})

test('a channel without an account, an opt-in or a text is passed over', async () => {
  const ana = await makeAddressee(testApp, creditor)
  carriers.closed.add('sms')
  const key = await put(ana, { channels: ['push', 'whatsapp', 'sms', 'email'] })
  await round()
  expect(await stateOf(key)).toMatchObject({ status: 'sent', channel: 'email' })
  const nowhere = await put(ana, { channels: ['whatsapp'], purpose: 'service' })
  await round()
  expect(await stateOf(nowhere)).toMatchObject({ status: 'cancelled', reason: 'no_opt_in' })
})

test('a worker that dies between claim and call: another one sends it, once', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const key = await put(ana)
  await platform.transact({ kind: 'system' }, { nobody: true }, (work) => work.tx.$client.query("select * from claim_messages($1, $1::timestamptz + interval '2 minutes', 64, 32)", [clock.now()]))
  await round()
  expect(carriers.calls).toBe(0)
  later(121)
  await round()
  await round()
  expect(carriers.taken).toHaveLength(1)
  expect(await stateOf(key)).toMatchObject({ status: 'sent' })
})

test.each(['dies', 'lost'] as const)('between call and record (%s), where the carrier can tell: it is asked and not sent again', async (fate) => {
  const ana = await makeAddressee(testApp, creditor)
  carriers.canTell.add('sms')
  carriers.script = [fate]
  const key = await put(ana, { channels: ['sms', 'email'] })
  if (fate === 'dies') void round()
  else await round()
  await expect.poll(() => carriers.calls).toBe(1)
  for (let i = 0; i < 4; i++) {
    later(130)
    await round()
  }
  expect(await stateOf(key)).toMatchObject({ status: 'sent', channel: 'sms' })
  // Who died before the carrier had it is found not to be there, and is sent then.
  expect(carriers.taken).toHaveLength(1)
  expect((await attemptsOf(key)).map(({ status }) => status)).toEqual(fate === 'dies' ? ['not_sent', 'accepted'] : ['accepted'])
})

test('a time-out after success, by mail: it goes out again under the same Message-ID', async () => {
  const ana = await makeAddressee(testApp, creditor)
  carriers.script = ['lost', { kind: 'down' }]
  const key = await put(ana, { channels: ['email', 'sms'] })
  await round()
  for (let i = 0; i < 4; i++) {
    later(130)
    await round()
  }
  expect(await stateOf(key)).toMatchObject({ status: 'sent', channel: 'email' })
  expect(new Set(carriers.taken.map(({ outgoing }) => outgoing.attemptId)).size).toBe(1)
  expect(await attemptsOf(key)).toEqual([{ status: 'accepted', channel: 'email', counts: true }])
})

test('a time-out where nobody can tell: it is never sent again nor by anything else, and ends in doubt', async () => {
  const ana = await makeAddressee(testApp, creditor)
  carriers.script = ['lost']
  const key = await put(ana, { channels: ['sms', 'email'] })
  await round()
  for (let i = 0; i < 6; i++) {
    later(36 * 3_600)
    await round()
  }
  expect(carriers.calls).toBe(1)
  expect(await stateOf(key)).toMatchObject({ status: 'failed', reason: 'in_doubt' })
  expect(await attemptsOf(key)).toEqual([{ status: 'in_doubt', channel: 'sms', counts: true }])
})

test('a line takes no more than its rate, whoever sends', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => makeAddressee(testApp, creditor)))
  carriers.ratePerSecond = 1
  for (const person of people) await put(person)
  await Promise.all([round(), round()])
  // This moment's, and those of the next two seconds for which workers wait.
  const starts = (await rows<{ at: Date }>('select started_at as at from message_attempts where started_at >= $1 order by 1', [clock.now()])).map(({ at }) => at.getTime())
  expect(starts).toHaveLength(3)
  expect(starts.slice(1).every((at, i) => at - starts[i]! >= 950)).toBe(true)
  later(10)
  await round()
  expect(carriers.taken).toHaveLength(5)
})
