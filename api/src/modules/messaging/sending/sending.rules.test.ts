import { expect, test } from 'vitest'
import { chooseCourse, closedAfter, pauseAfter, type Way } from './sending.rules.ts'

const now = new Date('2026-11-26T13:00:00Z')
const notAfter = new Date('2026-11-30T13:00:00Z')
const tomorrow = new Date('2026-11-27T12:00:00Z')
const UP = { downSince: null, closedUntil: null }
const ahead = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const way = (channel: Way['channel'], part: Partial<Way> = {}): Way => ({ channel, answer: { ok: true }, line: UP, ...part })
const held = (rule: 'quiet_hours' | 'opted_out', until: Date | null) => ({ ok: false, rule, until }) as const
const down = (since: number) => ({ downSince: ahead(-since), closedUntil: ahead(1) })

test.each([
  ['the first channel', [way('email'), way('sms')], { kind: 'send', channel: 'email' }],
  ['the second where the first is never allowed', [way('email', { answer: held('opted_out', null) }), way('sms')], { kind: 'send', channel: 'sms' }],
  ['it waits for the first rather than take the second', [way('email', { answer: held('quiet_hours', tomorrow) }), way('sms')], { kind: 'wait', until: tomorrow, rule: 'quiet_hours' }],
  ['but not past its time', [way('email', { answer: held('quiet_hours', new Date('2026-12-01T12:00:00Z')) }), way('sms')], { kind: 'send', channel: 'sms' }],
  ['a line that is closed for a moment', [way('email', { line: down(1) }), way('sms')], { kind: 'wait', until: ahead(1), rule: 'line_down' }],
  ['a line that has been down for long', [way('email', { line: down(15) }), way('sms')], { kind: 'send', channel: 'sms' }],
  ['the only line is down for long', [way('email', { line: down(15) })], { kind: 'wait', until: ahead(1), rule: 'line_down' }],
  ['a line that may be tried again', [way('email', { line: { downSince: ahead(-60), closedUntil: ahead(-1) } })], { kind: 'send', channel: 'email' }],
  ['nowhere, by a wish', [way('email', { answer: held('opted_out', null) })], { kind: 'none', rule: 'opted_out' }],
  ['nowhere at all', [], { kind: 'none', rule: null }],
  ['in no time that it has: it expires', [way('email', { answer: held('quiet_hours', new Date('2026-12-01T12:00:00Z')) })], { kind: 'wait', until: new Date(notAfter.getTime() + 1), rule: 'quiet_hours' }],
] as const)('%s', (_name, ways, course) => {
  expect(chooseCourse(ways, { now, notAfter, tries: 0 })).toEqual(course)
})

test('a message that has tried a line that is down for long leaves the next try to others', () => {
  const ways = [way('email', { line: { downSince: ahead(-60), closedUntil: ahead(-1) } }), way('sms')]
  expect(chooseCourse(ways, { now, notAfter, tries: 1 })).toEqual({ kind: 'send', channel: 'sms' })
})

test('waits grow from a quarter of a minute to half an hour', () => {
  expect([1, 2, 3, 9, 40].map((tries) => pauseAfter(tries, 0) / 1_000)).toEqual([15, 30, 60, 1_800, 1_800])
  expect(pauseAfter(1, 1)).toBe(18_000)
})

test('a line is closed after five failures in a row, longer each time', () => {
  expect([1, 4].map((failures) => closedAfter(failures, now))).toEqual([null, null])
  expect([5, 6, 30].map((failures) => (closedAfter(failures, now)!.getTime() - now.getTime()) / 1_000)).toEqual([30, 60, 600])
})
