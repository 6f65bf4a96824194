import { expect, test } from 'vitest'
import { amendmentStatus, waitingFor, type AmendmentState } from './amendments.rules.ts'

const payOff: AmendmentState = { sequence: 1, kind: 'pay_off', payCents: 500n, payBy: '2026-11-23', appliedAt: null, undoneAt: null }
const move: AmendmentState = { sequence: 2, kind: 'move_due_date', payCents: null, payBy: null, appliedAt: new Date('2026-11-22T12:00:00Z'), undoneAt: null }

test.each([
  ['on its last day', payOff, [payOff], '2026-11-23', 'active', 'pending'],
  ['the day after', payOff, [payOff], '2026-11-24', 'active', 'lapsed'],
  ['after a later amendment', payOff, [payOff, move], '2026-11-22', 'active', 'lapsed'],
  ['with an agreement that has ended', payOff, [payOff], '2026-11-22', 'cancelled', 'lapsed'],
  ['once it is done, for good', move, [move], '2030-01-01', 'settled', 'applied'],
] as const)('%s', (_name, one, all, today, status, expected) => {
  expect(amendmentStatus(one, all, { status, today })).toBe(expected)
})

test('a payment counts by its own day, however late it is told', () => {
  expect(waitingFor([payOff], '2026-11-23')).toBe(payOff)
  expect(waitingFor([payOff], '2026-11-24')).toBeNull()
  expect(waitingFor([payOff, move], '2026-11-22')).toBeNull()
})
