import { expect, test } from 'vitest'
import { checkUsable, idleEnd, isAlive, later, refuseEarly, refuseSpray, waitAfter, waitInAll } from './identity.rules.ts'

const NOON = new Date('2026-11-21T15:00:00Z')
const MINUTE = 60_000
const ago = (milliseconds: number) => later(NOON, -milliseconds)
const each = (count: number, milliseconds: number) => Array.from({ length: count }, (_, i) => ago(milliseconds * (i + 1)))

test('the first code comes at once', () => {
  expect(waitAfter([])).toBeNull()
  expect(refuseEarly(null, NOON)).toMatchObject({ ok: true })
})

test.each([[1, 30], [2, 60], [3, 120], [4, 120]])('after %i codes the pause is %i seconds', (count, seconds) => {
  const openedAt = [NOON, ...each(count - 1, MINUTE)]
  expect(waitAfter(openedAt)).toEqual({ code: 'resend_too_soon', until: later(NOON, seconds * 1000) })
})

test('over all networks the twenty-first code of a day waits until the first is a day old', () => {
  expect(waitInAll(each(19, MINUTE))).toBeNull()
  expect(waitInAll(each(20, MINUTE))).toEqual({ code: 'too_many_requests', until: later(ago(20 * MINUTE), 24 * 60 * MINUTE) })
})

test('the sixth code of a day waits until the first is a day old', () => {
  expect(waitAfter(each(5, MINUTE))).toEqual({ code: 'too_many_requests', until: later(NOON, 24 * 60 * MINUTE - 5 * MINUTE) })
})

test('a pause counts in whole seconds and ends on the second', () => {
  const wait = { code: 'resend_too_soon' as const, until: later(NOON, 1_500) }
  expect(refuseEarly(wait, NOON)).toMatchObject({ error: { code: 'resend_too_soon', retryAfterSeconds: 2 } })
  expect(refuseEarly(wait, wait.until).ok).toBe(true)
})

test('twenty wrong codes within the hour close a network until the oldest of them is an hour old', () => {
  expect(refuseSpray(each(19, MINUTE), NOON).ok).toBe(true)
  expect(refuseSpray(each(20, MINUTE), NOON)).toMatchObject({ error: { code: 'too_many_requests', retryAfterSeconds: 40 * 60 } })
})

const open = { attempts: 0, expiresAt: later(NOON, 1), usedAt: null, replacedAt: null }

test.each([
  ['open', open, null],
  ['tried twice', { ...open, attempts: 2 }, null],
  ['tried three times', { ...open, attempts: 3 }, 'code_attempts_exceeded'],
  ['at its end', { ...open, expiresAt: NOON }, 'code_expired'],
  ['replaced', { ...open, replacedAt: ago(1) }, 'code_expired'],
  ['used', { ...open, usedAt: ago(1), replacedAt: ago(1) }, 'code_used'],
])('a challenge that is %s', (_, challenge, code) => {
  expect(checkUsable(challenge, NOON)).toMatchObject(code === null ? { ok: true } : { ok: false, error: code })
})

const fresh = { lastSeenAt: NOON, expiresAt: later(NOON, 60 * MINUTE), endedAt: null }

test('a session ends by idleness, by its age or by its holder', () => {
  expect(isAlive(fresh, later(NOON, 15 * MINUTE - 1))).toBe(true)
  expect(isAlive(fresh, later(NOON, 15 * MINUTE))).toBe(false)
  expect(isAlive({ ...fresh, expiresAt: NOON }, NOON)).toBe(false)
  expect(isAlive({ ...fresh, endedAt: NOON }, NOON)).toBe(false)
})

test('idleness never outlasts the session', () => {
  expect(idleEnd(fresh)).toEqual(later(NOON, 15 * MINUTE))
  expect(idleEnd({ ...fresh, expiresAt: later(NOON, MINUTE) })).toEqual(later(NOON, MINUTE))
})
