import type { AHEAD_ENDS } from '@repactua/shared/contract/amendments.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../result.ts'
import { sum } from '../money/sum.ts'
import { assembleQuote } from './assemble-quote.ts'
import { isLate, openOnes } from './open-installments.ts'
import { payBy, payPart, payWhole, type PaidToday } from './pay-today.ts'
import type { Plan, PlanInstallment, RepairQuote } from './types.ts'

export interface PayAheadWish {
  from: (typeof AHEAD_ENDS)[number]
  /** So many whole installments, or so much money: one of the two. */
  count?: number
  amountCents?: bigint
}

/** Pays installments before their time, the latest or the next ones first, less the interest that is not earned yet (CDC 52 §2). */
export function quotePayAhead(plan: Plan, wish: PayAheadWish): Result<RepairQuote, ErrorCode> {
  const ahead = openOnes(plan).filter((one) => !isLate(one, plan.today))
  if (ahead.length === 0) return err('nothing_to_pay_ahead')
  const paid = choose(plan, wish.from === 'latest' ? ahead.reverse() : ahead, wish)
  const amountCents = sum(paid?.map(({ payCents }) => payCents) ?? [])
  if (!paid || amountCents === 0n) return err('pay_ahead_not_possible')
  return ok(assembleQuote(plan, {
    kind: 'pay_ahead',
    changes: paid.map(({ installment }) => installment),
    lines: paid.flatMap(({ lines }) => lines),
    payNow: { amountCents, payBy: payBy(plan.today) },
  }))
}

function choose(plan: Plan, ahead: readonly PlanInstallment[], { count, amountCents }: PayAheadWish): PaidToday[] | null {
  if ((count === undefined) === (amountCents === undefined)) return null
  if (amountCents !== undefined) return pour(plan, ahead, amountCents)
  return count! <= ahead.length ? ahead.slice(0, count).map((one) => payWhole(plan, one)) : null
}

function pour(plan: Plan, ahead: readonly PlanInstallment[], amountCents: bigint): PaidToday[] | null {
  const paid: PaidToday[] = []
  let rest = amountCents
  for (const installment of ahead) {
    if (rest === 0n) break
    const whole = payWhole(plan, installment)
    const one = whole.payCents <= rest ? whole : payPart(plan, installment, rest)
    paid.push(one)
    rest -= one.payCents
  }
  return rest === 0n ? paid : null
}
