import fc from 'fast-check'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { dueDates } from '../calendar/due-dates.ts'
import { installmentAmounts } from '../installments/schedule.ts'
import type { Plan, PlanInstallment, PlanTerms } from './types.ts'

export interface PlanInput {
  financedCents: bigint
  count: number
  monthlyRateBps?: number
  amortization?: PlanTerms['amortization']
  signedOn?: LocalDate
  dueDay?: number
  /** So many installments are paid, from the first on. */
  paid?: number
  today?: LocalDate
}

/** A plan as the offers make it: level installments on business days, the first within 30 days. */
export function planOf({ financedCents, count, monthlyRateBps = 0, amortization = 'price', signedOn = '2026-11-21', dueDay = 10, paid = 0, today = signedOn }: PlanInput): Plan {
  const dates = dueDates({ today: signedOn, dueDay, daysToFirstPayment: 30, count })
  const amounts = installmentAmounts(financedCents, count, monthlyRateBps)
  const installments = amounts.map((amountCents, i): PlanInstallment => ({
    number: i + 1, dueOn: dates[i]!, amountCents, paidCents: i < paid ? amountCents : 0n, status: i < paid ? 'paid' : 'open',
  }))
  const bearingCents = amounts.reduce((sum, amount) => sum + amount, 0n)
  const terms: PlanTerms = {
    monthlyRateBps, amortization, interestCents: bearingCents - financedCents, bearingCents, bearsFrom: 1,
    signedOn, lastSigned: count, dueDay, lateFeeBps: 200, defaultInterestMonthlyBps: 100, regime: 'financial',
  }
  return { terms, installments, today }
}

/** Any plan, with or without interest, begun or not, on a day before, within or after its time. */
export const anyPlan = fc
  .record({
    financedCents: fc.bigInt(2_000n, 10n ** 9n),
    count: fc.integer({ min: 1, max: 24 }),
    monthlyRateBps: fc.constantFrom(0, 100, 199, 500),
    amortization: fc.constantFrom('price' as const, 'simple' as const, 'sac' as const),
    dueDay: fc.integer({ min: 1, max: 31 }),
    paidShare: fc.integer({ min: 0, max: 99 }),
    days: fc.integer({ min: 0, max: 800 }),
  })
  .map(({ paidShare, days, ...input }) => planOf({ ...input, paid: Math.floor((input.count * paidShare) / 100), today: addDays('2026-11-21', days) }))
