import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { add, exact, Exact, ORACLE_TIMEOUT_MS, oracleRuns } from '../oracle.fixture.ts'
import { quotePayOff } from './quote-pay-off.ts'
import { planOf } from './repairs.fixture.ts'
import type { Plan, PlanInstallment } from './types.ts'

// What ends a plan today, by decimals of 40 digits; days by Date.

const DAY_MS = 86_400_000
const plans = fc
  .record({
    financedCents: fc.oneof(fc.bigInt(100n, 10n ** 7n), fc.bigInt(100n, 10n ** 15n)),
    count: fc.integer({ min: 1, max: 120 }),
    monthlyRateBps: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2_000 })),
    amortization: fc.constantFrom('price' as const, 'simple' as const, 'sac' as const),
    dueDay: fc.integer({ min: 1, max: 31 }),
    paidShare: fc.integer({ min: 0, max: 99 }),
    days: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3_700 })),
  })
  .map(({ paidShare, days, ...input }) => planOf({ ...input, paid: Math.floor((input.count * paidShare) / 100), today: addDays('2026-11-21', days) }))

test('what pays a plan off agrees with decimal.js to the cent', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const quote = quotePayOff(plan)
      const open = plan.installments.filter(({ amountCents, paidCents }) => amountCents > paidCents)
      const due = add(open.map((one) => (one.dueOn < plan.today ? late(plan, one) : worthToday(plan, one))))
      expect(quote.ok ? String(quote.value.payNow?.amountCents) : '0').toBe(due.toFixed(0))
    }),
    oracleRuns(1_000),
  )
}, ORACLE_TIMEOUT_MS)

function late({ terms, today }: Plan, { dueOn, amountCents }: PlanInstallment): Exact {
  const amount = exact(amountCents)
  const fine = amount.mul(terms.lateFeeBps).div(10_000)
  const interest = amount.mul(terms.defaultInterestMonthlyBps).div(10_000).div(30).mul(daysFrom(dueOn, today))
  return amount.add(Exact.min(amount, toDebtor(fine).add(toDebtor(interest))))
}

function worthToday({ terms, today }: Plan, { number, dueOn, amountCents }: PlanInstallment): Exact {
  const amount = exact(amountCents)
  const days = daysFrom(today, dueOn)
  if (terms.interestCents === 0n || days === 0) return amount
  if (terms.amortization === 'simple') {
    const unearned = exact(terms.interestCents).div(exact(terms.bearingCents)).mul(days).div(daysFrom(terms.signedOn, dueOn))
    return toDebtor(amount.mul(new Exact(1).sub(unearned)))
  }
  const rate = new Exact(terms.monthlyRateBps).div(10_000)
  // Number k was charged k months for its days; months of 30 days where that is more.
  const own = new Exact(number).mul(days).div(daysFrom(terms.signedOn, dueOn))
  const months = Exact.max(own, new Exact(days).div(30))
  const full = months.add('1e-30').floor()
  return toDebtor(amount.div(rate.add(1).pow(full)).div(rate.mul(months.sub(full)).add(1)))
}

function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

// Half a cent stays with the debtor.
function toDebtor(amount: Exact): Exact {
  return amount.toDecimalPlaces(15, Decimal.ROUND_HALF_UP).toDecimalPlaces(0, Decimal.ROUND_HALF_DOWN)
}
