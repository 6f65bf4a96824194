import fc from 'fast-check'
import { addDays, addMonths } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { cetYearly, percent, yearsAfter } from './cet.ts'
import { loanRate } from './irr.ts'
import { priceInstallment } from './price.ts'

interface Loan {
  financedCents: bigint
  financedOn: string
  flows: { dueOn: string; cents: bigint }[]
}

const monthly = (start: string, count: number, cents: bigint) => Array.from({ length: count }, (_, i) => ({ dueOn: addMonths(start, i + 1), cents }))
const timesOf = ({ financedOn, flows }: Loan) => yearsAfter(financedOn, flows.map(({ dueOn }) => dueOn))
const yearlyRate = (loan: Loan) => loanRate({ lent: Number(loan.financedCents), amounts: loan.flows.map(({ cents }) => Number(cents)), times: timesOf(loan) })
const cetOf = (loan: Loan, more: { years?: number[]; monthlyRateBps?: number } = {}) => {
  const amounts = loan.flows.map(({ cents }) => cents)
  return cetYearly({ financedCents: loan.financedCents, paidCents: amounts.reduce((sum, cents) => sum + cents, 0n), amounts, years: timesOf(loan), ...more })
}

test('the example of Banco Central, dated: 44.55 % a year on calendar days over 365', () => {
  const loan = { financedCents: 94_000n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 5, 20_573n) }
  expect(yearlyRate(loan)).toBeCloseTo(0.4454502126, 9)
  expect(cetOf(loan)).toBe('44.55')
})

test('a rate of thousands of per cent is found too', () => {
  const loan = { financedCents: 10_000n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 12, 4_000n) }
  expect(yearlyRate(loan)).toBeCloseTo(53.885164044, 8)
  expect(cetOf(loan)).toBe('5388.52')
})

test('paying back what was financed, or less, costs nothing', () => {
  expect(cetOf({ financedCents: 100n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 4, 25n) })).toBe('0.00')
  expect(cetOf({ financedCents: 101n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 4, 25n) })).toBe('0.00')
})

test('nothing financed, or nothing paid, has no rate', () => {
  expect(() => cetOf({ financedCents: 100n, financedOn: '2026-01-10', flows: [] })).toThrow('invariant')
  expect(() => cetOf({ financedCents: 0n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 1, 1n) })).toThrow('invariant')
})

test('four cents for three in two days print without an exponent', () => {
  const cost = cetOf({ financedCents: 3n, financedOn: '2026-01-10', flows: [{ dueOn: '2026-01-12', cents: 4n }] })
  expect(cost).toMatch(/^\d{25}\.\d\d$/)
})

test('neither more times than payments nor another place to start from changes anything', () => {
  const loan = { financedCents: 100_000n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 12, 9_000n) }
  expect(cetOf(loan, { years: [...timesOf(loan), 2, 3] })).toBe(cetOf(loan))
  for (const monthlyRateBps of [1, 100, 2_000, 10_000]) expect(cetOf(loan, { monthlyRateBps })).toBe(cetOf(loan))
})

test.each([[0.02345, '2.34'], [0.02355, '2.36'], [0.12, '12.00'], [0.000049, '0.00'], [-0.02345, '-2.34'], [12.34567, '1234.57']])('%d prints as %s', (rate, text) => {
  expect(percent(rate)).toBe(text)
})

test('a Price plan paid every 365/12 days costs its own rate', () => {
  const loan = { financedCents: 10n ** 9n, financedOn: '2026-01-01', flows: [{ dueOn: '2027-01-01', cents: priceInstallment(10n ** 9n, 1_268, 1) }] }
  expect(cetOf(loan)).toBe('12.68')
})

test('dearer installments never lower the CET', () => {
  fc.assert(
    fc.property(fc.bigInt(10_000n, 10n ** 9n), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 60 }), (cents, bps, count) => {
      const cost = (rate: number) => {
        const flows = monthly(addDays('2026-01-10', bps % 20), count, priceInstallment(cents, rate, count))
        return yearlyRate({ financedCents: cents, financedOn: '2026-01-10', flows }) ?? Number.NaN
      }
      expect(cost(bps + 10)).toBeGreaterThan(cost(bps))
    }),
  )
})
