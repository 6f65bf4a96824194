import { expect, test } from 'vitest'
import { afterTry, TEST_EVENT, wants, type Answer } from './webhooks.rules.ts'

const now = new Date('2026-11-23T12:00:00Z')
const after = (answer: Answer, tries = 1, jitter = 0) => afterTry(answer, { tries, now, jitter })
const secondsUntil = (at: Date | null) => at && (at.getTime() - now.getTime()) / 1_000
const answered = (status: number, retryAfter: string | null = null) => ({ status, retryAfter })

test.each([['*', true], ['agreement.*', true], ['agreement.settled', true], ['agreement.signed', false], ['payment.*', false], ['agreements.*', false]])('who asks for %s hears of a settlement: %s', (asked, hears) => {
  expect(wants({ shownId: 'endpoint_a', eventTypes: [asked] }, { type: 'agreement.settled', subject: 'agreement_1' })).toBe(hears)
})

test('a test goes to its own endpoint alone', () => {
  const event = { type: TEST_EVENT, subject: 'endpoint_a' }
  expect(wants({ shownId: 'endpoint_a', eventTypes: ['payment.posted'] }, event)).toBe(true)
  expect(wants({ shownId: 'endpoint_b', eventTypes: ['*'] }, event)).toBe(false)
})

test.each([200, 202, 204, 299])('%i delivers', (status) => {
  expect(after(answered(status))).toEqual({ status: 'delivered', gone: false, nextTryAt: null })
})

test.each([[answered(301)], [answered(400)], [answered(500)], [{ error: 'no answer' }]])('%j is tried again', (answer) => {
  expect(after(answer)).toEqual({ status: 'pending', gone: false, nextTryAt: new Date('2026-11-23T12:00:05Z') })
})

test('410 is never tried again', () => {
  expect(after(answered(410))).toEqual({ status: 'failed', gone: true, nextTryAt: null })
})

test('ten tries in about 75 hours, then no more', () => {
  const pauses = Array.from({ length: 9 }, (_, i) => secondsUntil(after(answered(500), i + 1).nextTryAt)!)
  expect(pauses).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
  expect(after(answered(500), 10)).toEqual({ status: 'failed', gone: false, nextTryAt: null })
})

test('up to a fifth longer, so that all who failed together do not come back together', () => {
  expect(secondsUntil(after(answered(500), 4, 1).nextTryAt)).toBe(7200 * 1.2)
})

test.each([['120', 120], ['Mon, 23 Nov 2026 12:10:00 GMT', 600], ['999999999', 86_400], ['soon', 5], ['1', 5], ['Mon, 23 Nov 2020 12:10:00 GMT', 5]])('Retry-After: %s waits %i seconds', (retryAfter, seconds) => {
  expect(secondsUntil(after(answered(503, retryAfter)).nextTryAt)).toBe(seconds)
})
