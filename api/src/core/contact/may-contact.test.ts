import { expect, test } from 'vitest'
import { mayContact } from './may-contact.ts'
import type { ContactChoice, ContactQuestion, PastContact } from './types.ts'

// A Thursday, ten in the morning in Rio.
const NOW = new Date('2026-11-26T13:00:00Z')
const question = (part: Partial<ContactQuestion> = {}): ContactQuestion => ({ channel: 'email', purpose: 'collection', state: 'RJ', city: null, now: NOW, sentBefore: [], choices: [], blocked: false, ...part })
const past = (at: string, part: Partial<PastContact> = {}): PastContact => ({ at: new Date(at), channel: 'email', purpose: 'collection', samePerson: true, sameAddress: true, sameDebt: false, ...part })
const choice = (part: Partial<ContactChoice> = {}): ContactChoice => ({ wish: 'stop', channel: null, purpose: null, until: null, ...part })
const held = (rule: string, until: string | null) => ({ ok: false, rule, until: until === null ? null : new Date(until) })

test('nothing speaks against it', () => {
  expect(mayContact(question())).toEqual({ ok: true })
})

test.each([
  ['at night: the next morning', { now: new Date('2026-11-26T23:00:00Z') }, held('quiet_hours', '2026-11-27T12:00:00Z')],
  ['once today: tomorrow morning', { sentBefore: [past('2026-11-26T12:30:00Z')] }, held('person_day', '2026-11-27T12:00:00Z')],
  ['to another person of the same phone today', { sentBefore: [past('2026-11-26T12:30:00Z', { samePerson: false })] }, held('address_day', '2026-11-27T12:00:00Z')],
  ['three in a week: a week after the first', { sentBefore: [past('2026-11-20T12:30:00Z'), past('2026-11-23T12:30:00Z'), past('2026-11-24T12:30:00Z')] }, held('person_week', '2026-11-27T12:00:00Z')],
  ['three in a week of which the last is today', { sentBefore: [past('2026-11-23T12:30:00Z'), past('2026-11-24T12:30:00Z'), past('2026-11-26T12:30:00Z')] }, held('person_day', '2026-11-30T12:00:00Z')],
  ['of this debt two days ago', { sentBefore: [past('2026-11-24T12:30:00Z', { sameDebt: true })] }, held('debt_days', '2026-11-27T12:00:00Z')],
  ['a stop', { choices: [choice()] }, held('opted_out', null)],
  ['a stop of the channel', { choices: [choice({ channel: 'email', purpose: 'collection' })] }, held('opted_out', null)],
  ['a pause: the first hour after it', { choices: [choice({ until: new Date('2026-11-28T13:00:00Z') })] }, held('paused', '2026-11-30T12:00:00Z')],
  ['a call on a blocked number', { channel: 'voice', blocked: true }, held('block_list', null)],
  ['WhatsApp without a yes', { channel: 'whatsapp' }, held('no_opt_in', null)],
  ['WhatsApp with a yes to everything but that', { channel: 'whatsapp', choices: [choice({ wish: 'allow' })] }, held('no_opt_in', null)],
  ['a service call after two calls', { channel: 'voice', purpose: 'service', sentBefore: [past('2026-11-26T12:10:00Z', { channel: 'voice' }), past('2026-11-26T12:30:00Z', { channel: 'voice', purpose: 'service' })] }, held('calls_day', '2026-11-27T12:00:00Z')],
  ['a fifth service message of a day', { purpose: 'service', sentBefore: Array.from({ length: 4 }, () => past('2026-11-26T12:30:00Z', { purpose: 'service' })) }, held('person_day', '2026-11-27T12:00:00Z')],
] as const)('%s', (_name, part, answer) => {
  expect(mayContact(question(part as Partial<ContactQuestion>))).toEqual(answer)
})

test.each([
  ['what came yesterday of another debt', { sentBefore: [past('2026-11-25T12:30:00Z')] }],
  ['three days after the same debt', { sentBefore: [past('2026-11-23T12:30:00Z', { sameDebt: true })] }],
  ['a service message after one of collection', { purpose: 'service', sentBefore: [past('2026-11-26T12:30:00Z', { sameDebt: true })] }],
  ['a collection message after one of service', { sentBefore: [past('2026-11-26T12:30:00Z', { purpose: 'service' })] }],
  ['a stop of another channel', { choices: [choice({ channel: 'sms' })] }],
  ['a stop of another purpose', { choices: [choice({ purpose: 'service' })] }],
  ['a pause that is over', { choices: [choice({ until: NOW })] }],
  ['a mail to somebody whose phone is blocked', { blocked: true }],
  ['WhatsApp with a yes', { channel: 'whatsapp', choices: [choice({ wish: 'allow', channel: 'whatsapp' })] }],
] as const)('may go: %s', (_name, part) => {
  expect(mayContact(question(part as Partial<ContactQuestion>))).toEqual({ ok: true })
})

test('a stop wins over a yes', () => {
  const choices = [choice({ wish: 'allow', channel: 'whatsapp' }), choice({ purpose: 'collection' })]
  expect(mayContact(question({ channel: 'whatsapp', choices }))).toEqual(held('opted_out', null))
})

test('when it may go at last, nothing holds it', () => {
  const sentBefore = [past('2026-11-23T12:30:00Z'), past('2026-11-24T12:30:00Z'), past('2026-11-26T12:30:00Z', { sameDebt: true })]
  const answer = mayContact(question({ sentBefore, choices: [choice({ until: new Date('2026-12-24T21:00:00Z') })] }))
  expect(answer).toEqual(held('paused', '2026-12-28T12:00:00Z'))
})
