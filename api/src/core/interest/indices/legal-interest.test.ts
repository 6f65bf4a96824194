import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { balanceAsOf, latestBalance, type DebtTerms } from '../balance.ts'
import { balanceOf, tableOf } from '../balance.fixture.ts'
import { indexRates } from './index-rates.ts'
import { legalInterest } from './legal-interest.ts'

const indices = tableOf('legal_interest', '2024-08', [605_306n, 676_227n])
const debt: DebtTerms = { principalCents: 100_000n, dueOn: '2024-08-30', lateFeeBps: 0, defaultInterestMonthlyBps: 0, payments: [], interestMethod: 'legal', indices }

test('R$ 1.000,00 from 30 August to 10 September 2024: 0.241920 %, R$ 2,42', () => {
  const { totalCents, components } = balanceOf(debt, '2024-09-10')
  expect(totalCents).toBe(100_242n)
  expect(components[1]).toEqual({
    kind: 'default_interest', cents: 242n, rate: 241_920n, days: 11, index: 'legal_interest',
    formula: 'R$\u00a01.000,00 × 0,241920% (taxa legal de 08/2024 a 09/2024)',
    rule: 'legal-interest', source: 'Código Civil, art. 406, e Resolução CMN 5.171/2024',
    months: [{ month: '2024-08', rate: 605_306n, days: 2, daysOfMonth: 31 }, { month: '2024-09', rate: 676_227n, days: 9, daysOfMonth: 30 }],
  })
})

test('no day before the law bears any, and one on its own day does', () => {
  expect(balanceOf({ ...debt, dueOn: '2020-01-10' }, '2024-08-30').totalCents).toBe(100_000n)
  expect(balanceOf({ ...debt, dueOn: '2020-01-10' }, '2024-09-10').totalCents).toBe(100_242n)
})

test('a month that lacks is refused by name; the balance is told up to it', () => {
  expect(balanceAsOf(debt, '2024-10-02')).toEqual({ ok: false, error: { index: 'legal_interest', month: '2024-10', knownUntil: '2024-10-01' } })
  const { balance, missing } = latestBalance(debt, '2024-10-02')
  expect(missing?.month).toBe('2024-10')
  expect(balance).toEqual(balanceOf(debt, '2024-10-01'))
  expect(balanceAsOf({ ...debt, indices: {} }, '2024-09-10')).toMatchObject({ ok: false, error: { month: '2024-08', knownUntil: '2024-08-30' } })
})

test('a debt that is paid needs no index', () => {
  const paid = { ...debt, payments: [{ paidOn: '2024-08-30', cents: 100_000n }], indices: {} }
  expect(balanceOf(paid, '2026-01-10').totalCents).toBe(0n)
})

const long = tableOf('legal_interest', '2024-08', Array.from({ length: 60 }, (_, i) => BigInt((i * 137_911) % 1_300_000)))
const day = fc.integer({ min: 0, max: 1_500 }).map((offset) => addDays('2024-08-30', offset))
const legalOf = (base: bigint, from: string, until: string) => {
  const months = indexRates(long, 'legal_interest', from, until)
  if (!months.ok) throw new Error('missing')
  return legalInterest(base, months.value)
}

test('a period split at any day is the sum of its parts, to the millionth of a per cent', () => {
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 3, maxLength: 3 }), (days) => {
      const [from = '', middle = '', until = ''] = days.sort()
      const rateOf = (start: string, end: string) => legalOf(1n, start, end).rate ?? 0n
      const apart = rateOf(from, middle) + rateOf(middle, until) - rateOf(from, until)
      expect(apart >= -1n && apart <= 1n).toBe(true)
    }),
  )
})

test('the rate that is shown, with its six decimals, comes to the cent that is asked for', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 13n), day, day, (base, a, b) => {
      const { cents, rate = 0n } = legalOf(base, a < b ? a : b, a < b ? b : a)
      expect(cents).toBe((2n * base * rate + 100_000_000n) / 200_000_000n)
    }),
  )
})

test('split at the end of a month, the rates themselves add up', () => {
  const [a, b, whole] = [legalOf(1n, '2025-01-01', '2025-03-01'), legalOf(1n, '2025-03-01', '2025-05-01'), legalOf(1n, '2025-01-01', '2025-05-01')]
  expect((a.rate ?? 0n) + (b.rate ?? 0n)).toBe(whole.rate)
})
