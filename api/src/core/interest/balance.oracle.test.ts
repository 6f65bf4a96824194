import fc from 'fast-check'
import { OWED_COMPONENTS } from '@repactua/shared/contract/debts.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { Exact, ORACLE_TIMEOUT_MS, oracleRuns, whole } from '../oracle.fixture.ts'
import { balanceOf, tableOf } from './balance.fixture.ts'
import type { IndexTables } from './indices/index-rates.ts'
import type { DayCount, DebtTerms, OwedKind } from './types.ts'

// The same balances by another road: decimals of 40 digits, calendars by Date, no function of the engine's own arithmetic.
const DAY_MS = 86_400_000

const rates = (min: bigint, max: bigint) => fc.array(fc.bigInt(min, max), { minLength: 7, maxLength: 7 })
const cycle = (list: readonly bigint[], months: number) => Array.from({ length: months }, (_, i) => list[i % list.length] ?? 0n)
const dayFrom = (from: string, most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(from, days))
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 })
const cases = fc.record({
  asOf: dayFrom('2023-01-01', 2_000),
  ipca: rates(-500_000n, 2_000_000n),
  legal: rates(0n, 1_300_000n),
  selic: rates(0n, 1_300_000n),
  // Where the tables end: what comes later is projected.
  months: fc.integer({ min: 90, max: 200 }),
  daysBeforeDue: fc.integer({ min: 1, max: 800 }),
  contractInterest: sometimes(fc.record({ monthlyBps: fc.integer({ min: 1, max: 1_500 }), method: fc.constantFrom('simple' as const, 'compound' as const), afterDue: fc.boolean() })),
  debt: fc.record({
    principalCents: fc.oneof(fc.bigInt(1n, 10n ** 10n), fc.bigInt(1n, 10n ** 15n)),
    dueOn: dayFrom('2022-01-01', 1_500),
    lateFeeBps: fc.integer({ min: 0, max: 200 }),
    defaultInterestMonthlyBps: fc.integer({ min: 0, max: 200 }),
    interestMethod: fc.constantFrom('simple' as const, 'compound' as const, 'legal' as const),
    dayCount: fc.constantFrom('month_30' as const, 'year_360' as const, 'year_365' as const),
    correctionIndex: fc.constantFrom(null, 'ipca' as const),
    payments: fc.uniqueArray(fc.record({ paidOn: dayFrom('2022-01-01', 2_500), cents: fc.bigInt(1n, 10n ** 9n) }), { maxLength: 3, selector: ({ paidOn }) => paidOn }),
    collectionFees: sometimes(fc.record({ bps: fc.integer({ min: 1, max: 1_000 }), clause: fc.constant('cláusula 8ª'), work: fc.constant('carta') })),
    imputationOrder: sometimes(fc.shuffledSubarray([...OWED_COMPONENTS], { minLength: OWED_COMPONENTS.length })),
    legalInterestHistory: sometimes(fc.constantFrom('one_per_cent' as const, 'selic' as const)),
  }),
})

test('random debts agree with decimal.js to the cent', () => {
  fc.assert(
    fc.property(cases, ({ debt: { collectionFees, imputationOrder, legalInterestHistory, ...agreed }, contractInterest, daysBeforeDue, asOf, ipca, legal, selic, months }) => {
      const tables = { ...tableOf('ipca', '2018-01', cycle(ipca, months)), ...tableOf('legal_interest', '2018-01', cycle(legal, months)), ...tableOf('selic', '2018-01', cycle(selic, months)) }
      const debt: DebtTerms = {
        ...agreed,
        indices: tables,
        ...(collectionFees ? { collectionFees } : {}),
        ...(imputationOrder ? { imputationOrder } : {}),
        ...(legalInterestHistory ? { legalInterestHistory } : {}),
        ...(contractInterest ? { contractInterest: { ...contractInterest, from: addDays(agreed.dueOn, -daysBeforeDue) } } : {}),
      }
      expect(balanceOf(debt, asOf, { projectIndices: true }).totalCents.toString()).toBe(totalByDecimals(debt, asOf).toFixed(0))
    }),
    oracleRuns(5_000),
  )
}, ORACLE_TIMEOUT_MS)

function totalByDecimals(debt: DebtTerms, asOf: string): Exact {
  const last = nextBusinessDay(debt.dueOn)
  const open: Record<OwedKind, Exact> = { principal: new Exact(debt.principalCents.toString()), contract_interest: nothing(), correction: nothing(), late_fine: nothing(), default_interest: nothing(), collection_fees: nothing() }
  let from = debt.contractInterest?.from ?? debt.dueOn
  let isLate = false
  const add = (kind: OwedKind, exact: Exact) => (open[kind] = open[kind].add(whole(exact)))
  const contractInterest = (until: string) => {
    const { contractInterest: agreed, dayCount } = debt
    if (agreed) add('contract_interest', open.principal.mul(growth(agreed.monthlyBps, { compound: agreed.method === 'compound', dayCount, from, until })))
  }
  const growToDue = (day: string) => {
    const until = day < debt.dueOn ? day : debt.dueOn
    if (until <= from) return
    contractInterest(until)
    from = until
  }
  const grow = (until: string) => {
    growToDue(debt.dueOn)
    if (!isLate) {
      const due = open.principal.add(open.contract_interest)
      add('late_fine', due.mul(debt.lateFeeBps).div(10_000))
      add('collection_fees', due.mul(debt.collectionFees?.bps ?? 0).div(10_000))
    }
    isLate = true
    if (open.principal.gt(0)) {
      const added = whole(open.correction.add(open.principal).mul(correctionOf(debt, from, until)))
      open.correction = Exact.max(0, open.correction.add(added))
      if (debt.contractInterest?.afterDue) contractInterest(until)
      for (const part of interestOf(debt, from, until)) add('default_interest', open.correction.add(open.principal).mul(part))
    }
    from = until
  }
  for (const { paidOn, cents } of [...debt.payments].sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    if (paidOn > asOf) continue
    if (paidOn > last) grow(paidOn)
    else growToDue(paidOn)
    let left = new Exact(cents.toString())
    for (const kind of debt.imputationOrder ?? OWED_COMPONENTS) {
      const taken = Exact.min(left, open[kind])
      open[kind] = open[kind].sub(taken)
      left = left.sub(taken)
    }
  }
  if (asOf > last) grow(asOf)
  else growToDue(asOf)
  return Object.values(open).reduce((sum, amount) => sum.add(amount), nothing())
}

function nothing(): Exact {
  return new Exact(0)
}

function correctionOf({ correctionIndex, indices }: DebtTerms, from: string, until: string): Exact {
  if (!correctionIndex) return new Exact(0)
  let factor = new Exact(1)
  for (const [month, days] of daysByMonth(from, until)) factor = factor.mul(rateOf(indices, 'ipca', monthBefore(month, 2)).mul(days).div(lengthOf(month)).add(1))
  return asShown(factor.sub(1))
}

// The six decimals of a per cent that a person reads, half to even: what comes of them is what is asked for.
function asShown(rate: Exact): Exact {
  return rate.toDecimalPlaces(8, Exact.ROUND_HALF_EVEN)
}

// What stands before 30 August 2024 and what comes after are two lines, each rounded by itself.
function interestOf({ interestMethod, dayCount, defaultInterestMonthlyBps, legalInterestHistory, indices }: DebtTerms, from: string, until: string): Exact[] {
  if (interestMethod !== 'legal') return [growth(defaultInterestMonthlyBps, { compound: interestMethod === 'compound', dayCount, from, until })]
  const begins = '2024-08-30'
  const sum = (code: 'selic' | 'legal_interest', lag: number, days: [string, string]) =>
    asShown([...daysByMonth(...days)].reduce((total, [month, count]) => total.add(rateOf(indices, code, monthBefore(month, lag)).mul(count).div(lengthOf(month))), nothing()))
  const table = sum('legal_interest', 0, [from < begins ? begins : from, until])
  const end = until < begins ? until : begins
  if (from >= begins || !legalInterestHistory) return [table]
  return [legalInterestHistory === 'selic' ? sum('selic', 1, [from, end]) : growth(100, { compound: false, dayCount, from, until: end }), table]
}

function growth(bps: number, { compound, dayCount, from, until }: { compound: boolean; dayCount: DayCount | undefined; from: string; until: string }): Exact {
  const rate = new Exact(bps).div(10_000)
  const months = new Exact((Date.parse(until) - Date.parse(from)) / DAY_MS).mul(dayCount === 'year_365' ? 12 : 1).div(dayCount === 'year_365' ? 365 : 30)
  if (!compound) return rate.mul(months)
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

// A month that the table does not reach takes its last one.
function rateOf(indices: IndexTables | undefined, code: 'ipca' | 'legal_interest' | 'selic', month: string): Exact {
  const table = indices?.[code] ?? {}
  return new Exact((table[month] ?? table[Object.keys(table).sort().at(-1) ?? ''] ?? 0n).toString()).div(100_000_000)
}

function monthBefore(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7)
}

function lengthOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}
