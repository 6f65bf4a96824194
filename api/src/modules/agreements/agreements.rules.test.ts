import { expect, test } from 'vitest'
import { permissionsAt, statusAt } from './agreements.rules.ts'

const now = new Date('2026-11-21T15:00:00Z')
const later = new Date('2026-11-24T02:59:59.999Z')

test('what waits for its signature past its time has expired', () => {
  expect(statusAt({ status: 'awaiting_signature', expiresAt: now }, now)).toBe('expired')
  expect(statusAt({ status: 'awaiting_signature', expiresAt: later }, now)).toBe('awaiting_signature')
})

test('a signed agreement does not expire', () => {
  expect(statusAt({ status: 'active', expiresAt: now }, later)).toBe('active')
})

test.each([
  ['awaiting_signature', ['sign', 'cancel']],
  ['awaiting_first_payment', ['pay', 'cancel']],
  ['active', ['pay', 'cancel']],
  ['settled', ['discharge']],
  ['cancelled', []],
  ['broken', []],
] as const)('%s allows %j', (status, allowed) => {
  const can = permissionsAt({ status, expiresAt: later }, now)
  expect(Object.entries(can).filter(([, { ok }]) => ok).map(([act]) => act)).toEqual(allowed)
})
