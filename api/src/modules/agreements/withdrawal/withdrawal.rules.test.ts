import { expect, test } from 'vitest'
import { lastDayToWithdraw, withdrawalOn } from './withdrawal.rules.ts'

const signed = { status: 'active', signedOn: '2026-11-16', withdrawalDays: 7 } as const

test('seven days are counted from the day after the signature, to the end of a business day', () => {
  expect(lastDayToWithdraw(signed)).toBe('2026-11-23')
  // The seventh day is a Sunday.
  expect(lastDayToWithdraw({ ...signed, signedOn: '2026-11-15' })).toBe('2026-11-23')
})

test.each([
  ['its last day', signed, '2026-11-23', { ok: true }],
  ['the day after', signed, '2026-11-24', { ok: false, code: 'withdrawal_over' }],
  ['a term that gives no days', { ...signed, withdrawalDays: undefined }, '2026-11-16', { ok: false, code: 'withdrawal_not_granted' }],
  ['a settled agreement', { ...signed, status: 'settled' }, '2026-11-16', { ok: false, code: 'agreement_not_withdrawable' }],
  ['a broken one', { ...signed, status: 'broken' }, '2026-11-16', { ok: false, code: 'agreement_not_withdrawable' }],
  ['one that waits for its signature', { ...signed, status: 'awaiting_signature', signedOn: null }, '2026-11-16', { ok: false, code: 'agreement_not_withdrawable' }],
] as const)('%s', (_name, state, today, allowed) => {
  expect(withdrawalOn(state, today)).toEqual(allowed)
})
