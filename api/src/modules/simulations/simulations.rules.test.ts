import { expect, test } from 'vitest'
import { acceptanceOf, campaignsToday } from './simulations.rules.ts'

test('what is left out: every installment is paid, the longest plan is taken', () => {
  expect(acceptanceOf({ cashBps: 4_000, installmentsBps: 6_000 })).toEqual({ ok: true, value: { cashBps: 4_000, installmentsBps: 6_000, paidInstallmentBps: 10_000, planTaken: 'longest' } })
})

test('cash and installments together are at most all', () => {
  expect(acceptanceOf({ cashBps: 4_001, installmentsBps: 6_000 })).toEqual({ ok: false, error: 'acceptance_above_all' })
})

const campaign = { code: 'NATAL', name: 'Natal', startsOn: '2026-11-21', endsOn: '2026-12-24', discountBudgetCents: 1_000 }

test.each([
  ['on its first day', '2026-11-21', 0n, ['NATAL']],
  ['on its last day, a cent before its end', '2026-12-24', 999n, ['NATAL']],
  ['the day before', '2026-11-20', 0n, []],
  ['the day after', '2026-12-25', 0n, []],
  ['once its budget is spent', '2026-12-01', 1_000n, []],
])('%s a campaign runs or not', (_name, today, spentCents, running) => {
  expect(campaignsToday([campaign], [{ code: 'NATAL', spentCents }, { code: 'PASCOA', spentCents: 5_000n }], today)).toEqual(running)
})

test('a campaign that was never published has spent nothing', () => {
  expect(campaignsToday([campaign], [], '2026-12-01')).toEqual(['NATAL'])
})
