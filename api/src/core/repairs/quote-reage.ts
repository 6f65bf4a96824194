import type { REAGE_WAYS } from '@repactua/shared/contract/amendments.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { splitEqually } from '../money/allot.ts'
import { err, ok, type Result } from '../result.ts'
import { addedInterest } from './added-interest.ts'
import { sum } from '../money/sum.ts'
import { assembleQuote } from './assemble-quote.ts'
import { lateLines } from './late-lines.ts'
import { datesAfter, isTooFar, lastDueOn, lateOnes, openCents, openOnes } from './open-installments.ts'
import type { Plan, PlanInstallment, RepairLine, RepairQuote } from './types.ts'

/**
 * Brings a late plan in time again: late installments with their charges follow behind the last one (`end`), or are spread
 * over those that are left (`spread`, which needs some). Late charges run to today; from then on the plan's own rate does.
 */
export function quoteReage(plan: Plan, { how }: { how: (typeof REAGE_WAYS)[number] }): Result<RepairQuote, ErrorCode> {
  const late = lateOnes(plan)
  if (late.length === 0) return err('agreement_in_time')
  const left = openOnes(plan).filter((one) => !late.includes(one))
  return how === 'spread' && left.length > 0 ? ok(spread(plan, late, left)) : moveToEnd(plan, late)
}

function moveToEnd(plan: Plan, late: readonly PlanInstallment[]): Result<RepairQuote, ErrorCode> {
  const last = lastDueOn(plan)
  const dates = datesAfter(plan, last > plan.today ? last : plan.today, late.length)
  if (isTooFar(dates.at(-1)!, plan.today)) return err('amendment_too_late')
  const moved = late.map((one, i) => {
    const lines = [...lateLines(plan, one), ...addedInterest(plan.terms, { number: one.number, cents: openCents(one), from: plan.today, to: dates[i]! })]
    return { lines, installment: { ...one, dueOn: dates[i]!, amountCents: one.amountCents + total(lines) } }
  })
  return ok(assembleQuote(plan, { kind: 'reage', changes: moved.map(({ installment }) => installment), lines: moved.flatMap(({ lines }) => lines) }))
}

function spread(plan: Plan, late: readonly PlanInstallment[], left: readonly PlanInstallment[]): RepairQuote {
  const charges = late.flatMap((one) => lateLines(plan, one))
  const arrears = splitEqually(sum(late.map(openCents)), left.length)
  const shares = splitEqually(total(charges), left.length)
  const grown = left.map((one, i) => {
    const lines = addedInterest(plan.terms, { number: one.number, cents: arrears[i]!, from: plan.today, to: one.dueOn })
    return { lines, installment: { ...one, amountCents: one.amountCents + arrears[i]! + shares[i]! + total(lines) } }
  })
  return assembleQuote(plan, {
    kind: 'reage',
    changes: [...late.map(closed), ...grown.map(({ installment }) => installment)],
    lines: [...charges, ...grown.flatMap(({ lines }) => lines)],
  })
}

// What was paid of a late installment stays paid; what is open of it is in others now.
function closed(installment: PlanInstallment): PlanInstallment {
  const { paidCents } = installment
  return paidCents === 0n ? { ...installment, status: 'cancelled' } : { ...installment, amountCents: paidCents, status: 'paid' }
}

function total(lines: readonly RepairLine[]): bigint {
  return sum(lines.map(({ cents }) => cents))
}
