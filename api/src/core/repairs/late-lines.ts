import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { daysBetween } from '@repactua/shared/time/local-date.ts'
import { sourceOf } from '../legal/legal-rules.ts'
import { brl } from '../money/show.ts'
import { openCents } from './open-installments.ts'
import { roundCost } from './round-cost.ts'
import type { Plan, PlanInstallment, PlanTerms, RepairLine } from './types.ts'

const BPS = 10_000n
const MONTH = 30n

/** What charges for delay are reckoned by. */
export interface LatePlan extends Pick<Plan, 'today' | 'signedChecks'> {
  terms: Pick<PlanTerms, 'monthlyRateBps' | 'lateFeeBps' | 'defaultInterestMonthlyBps' | 'regime'>
}

/**
 * The term's fine, once, and its default interest by day on what is open of a late installment, from its due date. Together
 * they come to that amount at most: the law's measure for cards (Lei 14.690/2023, art. 28) is the measure of sense for all.
 */
export function lateLines(plan: LatePlan, installment: PlanInstallment): RepairLine[] {
  const fined = fine(plan, installment)
  return [fined, defaultInterest(plan, installment, openCents(installment) - fined.cents)].filter(({ cents }) => cents > 0n)
}

function fine({ terms: { lateFeeBps }, today }: LatePlan, installment: PlanInstallment): RepairLine {
  const base = openCents(installment)
  return {
    kind: 'late_fine', installmentNumber: installment.number, cents: roundCost(base * BigInt(lateFeeBps), BPS), days: daysBetween(installment.dueOn, today),
    formula: `${brl(base)} × ${formatBps(lateFeeBps)}`, rule: 'late-fine', source: sourceOf('late-fine'),
  }
}

function defaultInterest({ terms: { defaultInterestMonthlyBps: bps, regime }, today }: LatePlan, installment: PlanInstallment, mostCents: bigint): RepairLine {
  const base = openCents(installment)
  const days = daysBetween(installment.dueOn, today)
  const rule = regime === 'financial' ? 'default-interest-bank' : 'usury'
  const grown = roundCost(base * BigInt(bps) * BigInt(days), BPS * MONTH)
  const isCut = grown > mostCents
  return {
    kind: 'default_interest', installmentNumber: installment.number, cents: isCut ? mostCents : grown, days,
    formula: `${brl(base)} × ${formatBps(bps)} ÷ 30 × ${days} ${days === 1 ? 'dia' : 'dias'}${isCut ? ', até a parcela dobrar' : ''}`, rule, source: sourceOf(rule),
  }
}
