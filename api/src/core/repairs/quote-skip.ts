import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../result.ts'
import { addedInterest } from './added-interest.ts'
import { sum } from '../money/sum.ts'
import { assembleQuote } from './assemble-quote.ts'
import { datesAfter, isTooFar, lastDueOn, openCents, repairable } from './open-installments.ts'
import type { Plan, RepairQuote } from './types.ts'

/** Moves one installment behind the last one. It keeps its number, so that what was paid or charged for it stays its own. */
export function quoteSkip(plan: Plan, { number }: { number: number }): Result<RepairQuote, ErrorCode> {
  const found = repairable(plan, number)
  if (!found.ok) return found
  const installment = found.value
  const [to] = datesAfter(plan, lastDueOn(plan), 1)
  if (isTooFar(to!, plan.today)) return err('amendment_too_late')
  const lines = addedInterest(plan.terms, { number, cents: openCents(installment), from: installment.dueOn, to: to! })
  const moved = { ...installment, dueOn: to!, amountCents: installment.amountCents + sum(lines.map(({ cents }) => cents)) }
  return ok(assembleQuote(plan, { kind: 'skip', changes: [moved], lines }))
}
