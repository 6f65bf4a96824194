import { addMonths, dayInMonth, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { err, ok, type Result } from '../result.ts'
import type { Plan, PlanInstallment } from './types.ts'

/** No repair reaches further than so many months from its day. */
const LONGEST_MONTHS = 60
/** A date on the due day that lies closer than this to the one before it is the month after's. */
const LEAST_DAYS_BETWEEN = 20

/** What is still to be paid of an installment, in cents. */
export function openCents({ status, amountCents, paidCents }: Pick<PlanInstallment, 'status' | 'amountCents' | 'paidCents'>): bigint {
  return status === 'cancelled' ? 0n : amountCents - paidCents
}

/** Whether an installment waits for money. */
export function isOpen({ status }: Pick<PlanInstallment, 'status'>): boolean {
  return status === 'open' || status === 'partly_paid'
}

/** The installments that wait for money, by date. */
export function openOnes({ installments }: Pick<Plan, 'installments'>): PlanInstallment[] {
  return byDate(installments.filter((one) => openCents(one) > 0n))
}

/** Past its due date, or past the next business day where no bank opened on it. */
export function isLate(installment: PlanInstallment, today: LocalDate): boolean {
  return openCents(installment) > 0n && today > nextBusinessDay(installment.dueOn)
}

/** The open installments that are late, by date. */
export function lateOnes(plan: Pick<Plan, 'installments' | 'today'>): PlanInstallment[] {
  return openOnes(plan).filter((one) => isLate(one, plan.today))
}

/** Ordered as they fall due; on one day by number. */
export function byDate(installments: readonly PlanInstallment[]): PlanInstallment[] {
  return [...installments].sort((a, b) => daysBetween(b.dueOn, a.dueOn) || a.number - b.number)
}

/** The open, not yet late installment of this number, or why there is none. */
export function repairable(plan: Plan, number: number): Result<PlanInstallment, ErrorCode> {
  const found = plan.installments.find((one) => one.number === number)
  if (!found) return err('installment_not_found')
  if (found.status === 'cancelled') return err('installment_cancelled')
  if (openCents(found) === 0n) return err('installment_paid')
  return isLate(found, plan.today) ? err('installment_overdue') : ok(found)
}

/** So many dates on the plan's due day, a month apart, after a given one; each moves by itself to the next business day. */
export function datesAfter({ terms }: Plan, date: LocalDate, count: number): LocalDate[] {
  const next = daysBetween(date, dayInMonth(date, 1, terms.dueDay))
  const start = next >= LEAST_DAYS_BETWEEN ? 1 : 2
  return Array.from({ length: count }, (_, i) => nextBusinessDay(dayInMonth(date, start + i, terms.dueDay)))
}

/** The day on which the last installment falls due that is not cancelled. */
export function lastDueOn({ installments }: Pick<Plan, 'installments'>): LocalDate {
  return byDate(installments.filter(({ status }) => status !== 'cancelled')).at(-1)!.dueOn
}

/** Whether a date lies too far off for a repair. */
export function isTooFar(date: LocalDate, today: LocalDate): boolean {
  return date > addMonths(today, LONGEST_MONTHS)
}
