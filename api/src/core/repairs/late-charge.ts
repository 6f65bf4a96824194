import { checkRepair } from '../legal/check-repair.ts'
import { lateLines, type LatePlan } from './late-lines.ts'
import { isLate } from './open-installments.ts'
import type { PlanInstallment, RepairLine } from './types.ts'

/**
 * What delay adds to an installment that is paid on the plan's day: nothing by the next business day after its due date
 * (Lei 7.089/1983, CC 132 §1), and nothing that the law of the day does not let the term ask for.
 */
export function lateCharge(plan: LatePlan, installment: PlanInstallment): RepairLine[] {
  if (!isLate(installment, plan.today)) return []
  const { terms, today, signedChecks = [] } = plan
  const lines = lateLines(plan, installment)
  const checks = checkRepair({ terms, lines, payNow: null, dueDates: [], signedChecks }, { regime: terms.regime, on: today })
  return lines.filter(({ rule }) => checks.every((check) => check.rule !== rule || check.passed))
}
