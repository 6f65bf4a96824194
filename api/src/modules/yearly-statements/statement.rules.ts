import type { Installment } from '@repactua/shared/contract/agreements.ts'
import type { StatementDocument } from '@repactua/shared/contract/yearly-statements.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { isOpen } from '../../core/repairs/open-installments.ts'

/** What a creditor and a person have between them, as far as a year's statement hangs on it. */
export interface YearInView {
  year: number
  /** Of the agreements that run or are settled. */
  installments: readonly { dueOn: LocalDate; status: Installment['status']; paidCents: bigint }[]
  /** The due dates of debts outside any agreement: those that are owed, and those that the person contests. */
  openDebtDues: readonly LocalDate[]
  disputedDues: readonly LocalDate[]
  /** The last payment of the year's installments. */
  lastPaidOn: LocalDate | null
}

/**
 * What the statement of a year says on a day (Lei 12.007/2009, arts. 2 to 4); null where none is to be given: the year is not
 * over, something of it is open, nothing of it was paid, or the month of its last payment is not over. A month in dispute is
 * left out.
 */
export function statementOf({ year, installments, openDebtDues, disputedDues, lastPaidOn }: YearInView, today: LocalDate): StatementDocument | null {
  if (yearOf(today) <= year || lastPaidOn === null || lastPaidOn.slice(0, 7) >= today.slice(0, 7)) return null
  const openDues = [...installments.filter(isOpen).map(({ dueOn }) => dueOn), ...openDebtDues]
  if (openDues.some((dueOn) => yearOf(dueOn) === year)) return null
  const inDispute = new Set(disputedDues.map((dueOn) => dueOn.slice(0, 7)))
  const paid = installments.filter(({ dueOn, status }) => status === 'paid' && yearOf(dueOn) === year && !inDispute.has(dueOn.slice(0, 7)))
  const byMonth = Map.groupBy(paid, ({ dueOn }) => Number(dueOn.slice(5, 7)))
  const months = [...byMonth].sort(([a], [b]) => a - b).map(([month, of]) => ({ month, installmentCount: of.length, paidCents: centsNumber(of.reduce((sum, { paidCents }) => sum + paidCents, 0n)) }))
  return months.length === 0 ? null : { months, clearsEarlierYears: [...openDues, ...disputedDues].every((dueOn) => yearOf(dueOn) >= year) }
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}
