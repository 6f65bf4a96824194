import type { Installment } from '@repactua/shared/contract/agreements.ts'
import type { BreakRule } from '@repactua/shared/contract/policies.ts'
import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../../core/calendar/bank-holidays.ts'
import { isOpen } from '../../../core/repairs/open-installments.ts'

/** Where the term says nothing of it, so many days lie between the notice and the break. */
const NOTICE_DAYS = 5

export interface PlanInCourse {
  installments: readonly { dueOn: LocalDate; status: Installment['status'] }[]
  breakRule: BreakRule
  noticeOn: LocalDate | null
  /** What was signed last to be paid early, and is not paid yet. */
  awaited: { signedOn: LocalDate; payBy: LocalDate } | null
}

/**
 * What is to be done today about a plan's arrears: nothing, give notice, take it back because they were paid, wait for
 * payments that were made in time and are told late, or end it.
 */
export type BreakStep = 'none' | 'give_notice' | 'take_back_notice' | 'wait' | 'break'

/**
 * By the published rule alone: as many installments missed as the term says, each past its tolerance, then a notice, the
 * last day of that notice gone by, and a business day on which a payment of that day can be told.
 */
export function breakStep(plan: PlanInCourse, today: LocalDate): BreakStep {
  const { installments, breakRule, noticeOn } = plan
  const isEnoughOn = (day: LocalDate) => missedOf(installments, breakRule, day) >= breakRule.missedInstallments
  if (!isEnoughOn(today)) return noticeOn ? 'take_back_notice' : 'none'
  // A notice is of the arrears of its day: one that was answered by a payment says nothing of those that came after.
  if (!noticeOn || !isEnoughOn(noticeOn)) return 'give_notice'
  const lastDay = lastDayOfNotice(noticeOn, breakRule)
  if (today <= lastDay) return 'none'
  return today > lastDayToTell(plan, lastDay) ? 'break' : 'wait'
}

/** The last day on which a payment puts the agreement in order. */
export function lastDayOfNotice(noticeOn: LocalDate, { noticeDays = NOTICE_DAYS }: BreakRule): LocalDate {
  return addDays(noticeOn, noticeDays)
}

// What was signed before the end has its own last day, so that nobody pays everything for a plan that ended overnight.
function lastDayToTell({ awaited }: PlanInCourse, lastDay: LocalDate): LocalDate {
  const told = nextBusinessDay(addDays(lastDay, 1))
  if (!awaited || awaited.signedOn > told || awaited.payBy <= lastDay) return told
  return nextBusinessDay(addDays(awaited.payBy, 1))
}

function missedOf(installments: PlanInCourse['installments'], { toleranceDays }: BreakRule, today: LocalDate): number {
  return installments.filter((one) => isOpen(one) && daysBetween(one.dueOn, today) > toleranceDays).length
}
