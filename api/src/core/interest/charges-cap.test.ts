import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { balanceOf } from './balance.fixture.ts'
import type { DebtTerms } from './balance.ts'

const card: DebtTerms = {
  principalCents: 100_000n, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [], regime: 'financial', product: 'card_revolving',
  contractInterest: { monthlyBps: 1_500, from: '2026-03-10', afterDue: true },
}
const charges = (debt: DebtTerms, asOf: string) => balanceOf(debt, asOf).components.filter(({ kind }) => kind !== 'principal' && kind !== 'payments')

test('interest and charges of a card stop at its original value, and the line that is cut says to how much', () => {
  // Fine 20.00; 256 days at 15 % a month would be 1,280.00: 980.00 are left for them, and nothing for default interest.
  expect(charges(card, '2026-11-21').map(({ kind, cents }) => [kind, cents])).toEqual([['contract_interest', 98_000n], ['late_fine', 2_000n]])
  expect(charges(card, '2026-11-21')[0]).toMatchObject({ limited: true, formula: expect.stringMatching(/× 15% ÷ 30 × 256 dias, limitado a R\$.980,00 \(juros e encargos de cartão não passam do valor original, Lei 14\.690\/2023, art\. 28\)$/) as string })
  expect(balanceOf(card, '2026-11-21').totalCents).toBe(200_000n)
  expect(balanceOf(card, '2030-01-10').totalCents).toBe(200_000n)
})

test('what was paid counts among what was charged', () => {
  const paid = { ...card, payments: [{ paidOn: '2026-06-10', cents: 60_000n }] }
  const charged = charges(paid, '2028-01-10').reduce((sum, { cents }) => sum + cents, 0n)
  expect([charged, balanceOf(paid, '2028-01-10').totalCents]).toEqual([100_000n, 140_000n])
})

test('no other product knows the limit, nor a card that fell due before it', () => {
  const { product: _card, ...loan } = card
  expect(balanceOf({ ...loan, product: 'bank_credit' }, '2026-11-21').totalCents).toBeGreaterThan(200_000n)
  const before = { ...card, dueOn: '2023-12-10', contractInterest: { monthlyBps: 1_500, from: '2023-12-10', afterDue: true } }
  expect(balanceOf(before, '2026-11-21').totalCents).toBeGreaterThan(200_000n)
})

test('whatever is agreed and paid, and whenever, a card never bears more than its original value', () => {
  const payments = fc.uniqueArray(fc.record({ paidOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-01-10', days)), cents: fc.bigInt(1n, 60_000n) }), { maxLength: 3, selector: ({ paidOn }) => paidOn })
  fc.assert(
    fc.property(payments, fc.integer({ min: 1, max: 2_000 }), fc.constantFrom('simple' as const, 'compound' as const), fc.integer({ min: 0, max: 1_500 }), (paid, monthlyBps, method, days) => {
      const debt: DebtTerms = { ...card, payments: paid, contractInterest: { monthlyBps, method, from: '2026-01-10', afterDue: true } }
      const sum = charges(debt, addDays('2026-01-10', days)).reduce((total, { cents }) => total + cents, 0n)
      expect(sum).toBeLessThanOrEqual(debt.principalCents)
    }),
  )
})
