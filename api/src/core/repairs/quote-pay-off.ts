import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../result.ts'
import { sum } from '../money/sum.ts'
import { assembleQuote } from './assemble-quote.ts'
import { lateLines } from './late-lines.ts'
import { isLate, openCents, openOnes } from './open-installments.ts'
import { closedBy, payBy, payWhole, type PaidToday } from './pay-today.ts'
import type { Plan, PlanInstallment, RepairQuote } from './types.ts'

/** All that is open, paid today: without the interest that is not earned yet; what is late with its charges (CDC 52 §2). */
export function quotePayOff(plan: Plan): Result<RepairQuote, ErrorCode> {
  const open = openOnes(plan)
  if (open.length === 0) return err('agreement_not_active')
  const paid = open.map((one) => (isLate(one, plan.today) ? payLate(plan, one) : payWhole(plan, one)))
  const amountCents = sum(paid.map(({ payCents }) => payCents))
  if (amountCents === 0n) return err('agreement_not_active')
  return ok(assembleQuote(plan, {
    kind: 'pay_off',
    changes: paid.map(({ installment }) => installment),
    lines: paid.flatMap(({ lines }) => lines),
    payNow: { amountCents, payBy: payBy(plan.today) },
  }))
}

function payLate(plan: Plan, installment: PlanInstallment): PaidToday {
  const lines = lateLines(plan, installment)
  const payCents = openCents(installment) + sum(lines.map(({ cents }) => cents))
  return { installment: closedBy(installment, payCents), payCents, lines }
}
