import type { Installment } from '@repactua/shared/contract/agreements.ts'
import type { BreakRule } from '@repactua/shared/contract/policies.ts'
import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'

/** Where the term says nothing of it, so many days lie between the notice and the break. */
const NOTICE_DAYS = 5

export interface PlanInCourse {
  installments: readonly { dueOn: LocalDate; status: Installment['status'] }[]
  breakRule: BreakRule
  noticeOn: LocalDate | null
}

/** What is to be done today about a plan's arrears: nothing, give notice, take it back because they were paid, or end it. */
export type BreakStep = 'none' | 'give_notice' | 'take_back_notice' | 'break'

/**
 * By the published rule alone: as many installments missed as the term says, each past its tolerance, then a notice, and
 * the last day of that notice gone by.
 */
export function breakStep({ installments, breakRule, noticeOn }: PlanInCourse, today: LocalDate): BreakStep {
  const isEnough = missedOf(installments, breakRule, today) >= breakRule.missedInstallments
  if (!isEnough) return noticeOn ? 'take_back_notice' : 'none'
  if (!noticeOn) return 'give_notice'
  return today > lastDayOfNotice(noticeOn, breakRule) ? 'break' : 'none'
}

/** The last day on which a payment puts the agreement in order. */
export function lastDayOfNotice(noticeOn: LocalDate, { noticeDays = NOTICE_DAYS }: BreakRule): LocalDate {
  return addDays(noticeOn, noticeDays)
}

function missedOf(installments: PlanInCourse['installments'], { toleranceDays }: BreakRule, today: LocalDate): number {
  return installments.filter(({ dueOn, status }) => (status === 'open' || status === 'partly_paid') && daysBetween(dueOn, today) > toleranceDays).length
}
