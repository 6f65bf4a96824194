import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { splitEqually } from '../money/allot.ts'
import { err, ok, type Result } from '../result.ts'
import { addedInterest } from './added-interest.ts'
import { sum } from '../money/sum.ts'
import { assembleQuote } from './assemble-quote.ts'
import { datesAfter, isTooFar, openCents, repairable } from './open-installments.ts'
import type { Plan, PlanInstallment, RepairQuote } from './types.ts'

/** Splits what is open of one installment into equal parts: the first on its own date, the others a month apart, with new numbers. */
export function quoteSplit(plan: Plan, { number, parts }: { number: number; parts: number }, { mostParts }: { mostParts: number }): Result<RepairQuote, ErrorCode> {
  const found = repairable(plan, number)
  if (!found.ok) return found
  const installment = found.value
  if (parts < 2 || parts > mostParts || openCents(installment) < BigInt(parts)) return err('too_many_parts')
  const dates = [installment.dueOn, ...datesAfter(plan, installment.dueOn, parts - 1)]
  if (isTooFar(dates.at(-1)!, plan.today)) return err('amendment_too_late')
  const amounts = splitEqually(openCents(installment), parts)
  const priced = amounts.map((cents, i) => part(plan, installment, { cents, dueOn: dates[i]!, index: i }))
  return ok(assembleQuote(plan, { kind: 'split', changes: priced.map(({ installment: one }) => one), lines: priced.flatMap(({ lines }) => lines) }))
}

function part(plan: Plan, whole: PlanInstallment, { cents, dueOn, index }: { cents: bigint; dueOn: LocalDate; index: number }) {
  const number = index === 0 ? whole.number : highestNumber(plan) + index
  const lines = addedInterest(plan.terms, { number, cents, from: whole.dueOn, to: dueOn })
  const amountCents = cents + sum(lines.map((line) => line.cents))
  const installment: PlanInstallment = index === 0 ? { ...whole, amountCents: whole.paidCents + amountCents } : { number, dueOn, amountCents, paidCents: 0n, status: 'open' }
  return { installment, lines }
}

function highestNumber({ installments }: Plan): number {
  return Math.max(...installments.map(({ number }) => number))
}
