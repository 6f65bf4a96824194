import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { err, ok, type Result } from '../result.ts'
import { addedInterest } from './added-interest.ts'
import { sum } from '../money/sum.ts'
import { assembleQuote } from './assemble-quote.ts'
import { isTooFar, openCents, repairable } from './open-installments.ts'
import type { Plan, RepairQuote } from './types.ts'

/**
 * Moves one installment to a later day, at most `mostDays` on; a day without a bank becomes the next business day. Refuses
 * an earlier day: that is paying ahead.
 */
export function quoteMoveDueDate(plan: Plan, { number, dueOn }: { number: number; dueOn: LocalDate }, { mostDays }: { mostDays: number }): Result<RepairQuote, ErrorCode> {
  const found = repairable(plan, number)
  if (!found.ok) return found
  const installment = found.value
  const to = nextBusinessDay(dueOn)
  if (to <= installment.dueOn || to > lastDayToMoveTo(installment.dueOn, mostDays)) return err('move_out_of_window')
  if (isTooFar(to, plan.today)) return err('amendment_too_late')
  const lines = addedInterest(plan.terms, { number, cents: openCents(installment), from: installment.dueOn, to })
  const moved = { ...installment, dueOn: to, amountCents: installment.amountCents + sum(lines.map(({ cents }) => cents)) }
  return ok(assembleQuote(plan, { kind: 'move_due_date', changes: [moved], lines }))
}

/** The last day to which an installment may be moved. */
export function lastDayToMoveTo(dueOn: LocalDate, mostDays: number): LocalDate {
  return nextBusinessDay(addDays(dueOn, mostDays))
}
