import fc from 'fast-check'
import { addDays, addMonths } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { cetOfTimed, cetYearly, percent, yearsAfter } from './cet.ts'
import { loanRate } from './irr.ts'
import { priceInstallment } from './price.ts'

const monthly = (start: string, count: number, cents: bigint) => Array.from({ length: count }, (_, i) => ({ dueOn: addMonths(start, i + 1), cents }))
const yearlyRate = ({ financedCents, financedOn, flows }: Parameters<typeof cetYearly>[0]) =>
  loanRate({ lent: Number(financedCents), amounts: flows.map(({ cents }) => Number(cents)), times: yearsAfter(financedOn, flows.map(({ dueOn }) => dueOn)) })

test('the example of Banco Central, dated: 44.55 % a year on calendar days over 365', () => {
  const loan = { financedCents: 94_000n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 5, 20_573n) }
  expect(yearlyRate(loan)).toBeCloseTo(0.4454502126, 9)
  expect(cetYearly(loan)).toBe('44.55')
})

test('a rate of thousands of per cent is found too', () => {
  const loan = { financedCents: 10_000n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 12, 4_000n) }
  expect(yearlyRate(loan)).toBeCloseTo(53.885164044, 8)
  expect(cetYearly(loan)).toBe('5388.52')
})

test('paying back what was financed, or less, costs nothing', () => {
  expect(cetYearly({ financedCents: 100n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 4, 25n) })).toBe('0.00')
  expect(cetYearly({ financedCents: 101n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 4, 25n) })).toBe('0.00')
})

test('nothing financed, or nothing paid, has no rate', () => {
  expect(() => cetYearly({ financedCents: 100n, financedOn: '2026-01-10', flows: [] })).toThrow('invariant')
  expect(() => cetYearly({ financedCents: 0n, financedOn: '2026-01-10', flows: monthly('2026-01-10', 1, 1n) })).toThrow('invariant')
})

test('four cents for three in two days print without an exponent', () => {
  const cost = cetYearly({ financedCents: 3n, financedOn: '2026-01-10', flows: [{ dueOn: '2026-01-12', cents: 4n }] })
  expect(cost).toMatch(/^\d{25}\.\d\d$/)
})

test('times counted once serve shorter plans too', () => {
  const flows = monthly('2026-01-10', 12, 9_000n)
  const years = yearsAfter('2026-01-10', [...flows, ...monthly('2027-01-10', 3, 1n)].map(({ dueOn }) => dueOn))
  const amounts = flows.map(({ cents }) => cents)
  expect(cetOfTimed({ financedCents: 100_000n, paidCents: 108_000n, amounts, years })).toBe(cetYearly({ financedCents: 100_000n, financedOn: '2026-01-10', flows }))
})

test.each([[0.02345, '2.34'], [0.02355, '2.36'], [0.12, '12.00'], [0.000049, '0.00'], [-0.02345, '-2.34'], [12.34567, '1234.57']])('%d prints as %s', (rate, text) => {
  expect(percent(rate)).toBe(text)
})

test('a Price plan paid every 365/12 days costs its own rate', () => {
  const loan = { financedCents: 10n ** 9n, financedOn: '2026-01-01', flows: [{ dueOn: '2027-01-01', cents: priceInstallment(10n ** 9n, 1_268, 1) }] }
  expect(cetYearly(loan)).toBe('12.68')
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
