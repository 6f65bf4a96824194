import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { daysBetween } from '@repactua/shared/time/local-date.ts'
import { sourceOf } from '../legal/legal-rules.ts'
import { brl } from '../money/show.ts'
import { openCents } from './open-installments.ts'
import { roundCost } from './round-cost.ts'
import type { Plan, PlanInstallment, RepairLine } from './types.ts'

const BPS = 10_000n
const MONTH = 30n

/** The term's fine, once, and its default interest by day on what is open of a late installment, from its due date. */
export function lateLines(plan: Plan, installment: PlanInstallment): RepairLine[] {
  return [fine(plan, installment), defaultInterest(plan, installment)].filter(({ cents }) => cents > 0n)
}

function fine({ terms: { lateFeeBps }, today }: Plan, installment: PlanInstallment): RepairLine {
  const base = openCents(installment)
  return {
    kind: 'late_fine', installmentNumber: installment.number, cents: roundCost(base * BigInt(lateFeeBps), BPS), days: daysBetween(installment.dueOn, today),
    formula: `${brl(base)} × ${formatBps(lateFeeBps)}`, rule: 'late-fine', source: sourceOf('late-fine'),
  }
}

function defaultInterest({ terms: { defaultInterestMonthlyBps: bps, regime }, today }: Plan, installment: PlanInstallment): RepairLine {
  const base = openCents(installment)
  const days = daysBetween(installment.dueOn, today)
  const rule = regime === 'financial' ? 'default-interest-bank' : 'usury'
  return {
    kind: 'default_interest', installmentNumber: installment.number, cents: roundCost(base * BigInt(bps) * BigInt(days), BPS * MONTH), days,
    formula: `${brl(base)} × ${formatBps(bps)} ÷ 30 × ${days} ${days === 1 ? 'dia' : 'dias'}`, rule, source: sourceOf(rule),
  }
}
