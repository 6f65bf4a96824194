import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import type { DebtTerms } from './balance.ts'
import { balanceOf, tableOf } from './balance.fixture.ts'
import type { IndexTables } from './index-rates.ts'

// The same balances by another road: decimals of 40 digits, calendars by Date, no function of the engine's own arithmetic.
const Exact = Decimal.clone({ precision: 40 })
type Amount = InstanceType<typeof Exact>
const DAY_MS = 86_400_000
const RUNS = 5_000

const rates = (min: bigint, max: bigint) => fc.array(fc.bigInt(min, max), { minLength: 7, maxLength: 7 })
const cycle = (list: readonly bigint[]) => Array.from({ length: 200 }, (_, i) => list[i % list.length] ?? 0n)
const dayFrom = (from: string, most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(from, days))
const cases = fc.record({
  asOf: dayFrom('2023-01-01', 2_000),
  ipca: rates(-500_000n, 2_000_000n),
  legal: rates(0n, 1_300_000n),
  debt: fc.record({
    principalCents: fc.bigInt(1n, 10n ** 10n),
    dueOn: dayFrom('2022-01-01', 1_500),
    lateFeeBps: fc.integer({ min: 0, max: 200 }),
    defaultInterestMonthlyBps: fc.integer({ min: 0, max: 200 }),
    interestMethod: fc.constantFrom('simple' as const, 'compound' as const, 'legal' as const),
    dayCount: fc.constantFrom('month_30' as const, 'year_360' as const, 'year_365' as const),
    correctionIndex: fc.constantFrom(null, 'ipca' as const),
    payments: fc.uniqueArray(fc.record({ paidOn: dayFrom('2022-01-01', 2_500), cents: fc.bigInt(1n, 10n ** 9n) }), { maxLength: 3, selector: ({ paidOn }) => paidOn }),
  }),
})

test(`${RUNS} random debts agree with decimal.js to the cent`, () => {
  fc.assert(
    fc.property(cases, ({ debt, asOf, ipca, legal }) => {
      const indices = { ...tableOf('ipca', '2018-01', cycle(ipca)), ...tableOf('legal_interest', '2018-01', cycle(legal)) }
      expect(balanceOf({ ...debt, indices }, asOf).totalCents.toString()).toBe(totalByDecimals({ ...debt, indices }, asOf).toFixed(0))
    }),
    { numRuns: RUNS },
  )
}, 60_000)

function totalByDecimals(debt: DebtTerms, asOf: string): Amount {
  const last = nextBusinessDay(debt.dueOn)
  const open = [0, 0, 0, debt.principalCents.toString()].map((cents) => new Exact(cents)) as [Amount, Amount, Amount, Amount]
  let from = debt.dueOn
  let isFined = false
  const fine = () => {
    if (!isFined) open[1] = whole(open[3].mul(debt.lateFeeBps).div(10_000))
    isFined = true
  }
  const grow = (until: string) => {
    fine()
    if (open[3].gt(0)) {
      const added = whole(open[2].add(open[3]).mul(correctionOf(debt, from, until)))
      open[2] = Exact.max(0, open[2].add(added))
      open[0] = open[0].add(whole(open[2].add(open[3]).mul(interestOf(debt, from, until))))
    }
    from = until
  }
  for (const { paidOn, cents } of [...debt.payments].sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    if (paidOn > asOf) continue
    if (paidOn > last) grow(paidOn)
    let left = new Exact(cents.toString())
    open.forEach((amount, i) => {
      const taken = Exact.min(left, amount)
      open[i] = amount.sub(taken)
      left = left.sub(taken)
    })
  }
  if (asOf > last) grow(asOf)
  return open.reduce((sum, amount) => sum.add(amount), new Exact(0))
}

function correctionOf({ correctionIndex, indices }: DebtTerms, from: string, until: string): Amount {
  if (!correctionIndex) return new Exact(0)
  let factor = new Exact(1)
  for (const [month, days] of daysByMonth(from, until)) factor = factor.mul(rateOf(indices, 'ipca', monthBefore(month, 2)).mul(days).div(lengthOf(month)).add(1))
  return factor.sub(1)
}

function interestOf({ interestMethod, dayCount, defaultInterestMonthlyBps, indices }: DebtTerms, from: string, until: string): Amount {
  if (interestMethod === 'legal') {
    let sum = new Exact(0)
    for (const [month, days] of daysByMonth(from < '2024-08-30' ? '2024-08-30' : from, until)) sum = sum.add(rateOf(indices, 'legal_interest', month).mul(days).div(lengthOf(month)))
    return sum
  }
  const rate = new Exact(defaultInterestMonthlyBps).div(10_000)
  const months = new Exact((Date.parse(until) - Date.parse(from)) / DAY_MS).mul(dayCount === 'year_365' ? 12 : 1).div(dayCount === 'year_365' ? 365 : 30)
  if (interestMethod === 'simple') return rate.mul(months)
  const full = months.add('1e-30').floor()
  return rate.add(1).pow(full).mul(rate.mul(months.sub(full)).add(1)).sub(1)
}

function daysByMonth(from: string, until: string): Map<string, number> {
  const days = new Map<string, number>()
  for (let time = Date.parse(from); time < Date.parse(until); time += DAY_MS) {
    const month = new Date(time).toISOString().slice(0, 7)
    days.set(month, (days.get(month) ?? 0) + 1)
  }
  return days
}

function rateOf(indices: IndexTables | undefined, code: 'ipca' | 'legal_interest', month: string): Amount {
  return new Exact((indices?.[code]?.[month] ?? 0n).toString()).div(100_000_000)
}

function monthBefore(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7)
}

function lengthOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}

// Thirty decimals take off the dust of a division, so that half a cent stays half a cent.
function whole(amount: Amount): Amount {
  return amount.toDecimalPlaces(15, Decimal.ROUND_HALF_UP).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
}
