import { expect, test } from 'vitest'
import { lastDayToAnswer, mayDecide, mayOpen } from './disputes.rules.ts'

test('the creditor has seven days, weekends and all', () => {
  expect(lastDayToAnswer('2026-12-28')).toBe('2027-01-04')
})

test.each([
  ['open', [], { ok: true, value: 'open' }],
  ['on_hold', [], { ok: true, value: 'open' }],
  ['in_agreement', [], { ok: true, value: 'open' }],
  ['settled', [], { ok: false, error: 'debt_not_open' }],
  ['withdrawn', [], { ok: false, error: 'debt_not_open' }],
  ['disputed', [{ status: 'open', reason: 'fraud' }], { ok: false, error: 'debt_disputed' }],
  ['open', [{ status: 'rejected', reason: 'not_mine' }], { ok: false, error: 'dispute_answered' }],
  ['open', [{ status: 'rejected', reason: 'already_paid' }], { ok: true, value: 'open' }],
  ['open', [{ status: 'taken_back', reason: 'not_mine' }], { ok: true, value: 'open' }],
] as const)('a debt that is %s, after %j', (status, before, answer) => {
  expect(mayOpen(status, 'not_mine', before)).toEqual(answer)
})

test('an answer closes a dispute once; the same one again is no other', () => {
  const decision = { outcome: 'rejected', answer: 'O contrato está assinado.' } as const
  expect(mayDecide({ status: 'open' }, null, decision)).toEqual({ ok: true, value: 'decide' })
  expect(mayDecide({ status: 'rejected' }, decision.answer, decision)).toEqual({ ok: true, value: 'decided_before' })
  expect(mayDecide({ status: 'rejected' }, 'Outra.', decision)).toEqual({ ok: false, error: 'dispute_closed' })
  expect(mayDecide({ status: 'taken_back' }, null, decision)).toEqual({ ok: false, error: 'dispute_closed' })
})
