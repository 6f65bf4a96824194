import { addBusinessDays } from '../../core/calendar/bank-holidays.ts'
import { invariant } from '../../core/invariant.ts'
import { ruleOn } from '../../core/legal/legal-rules.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** Business days after the payment on which the creditor is told of a task that is still open. */
const ALARM_DAYS = 3

/** The clock of a delisting: business days after the day of the last payment, as many as the law of today gives. */
export function delistingDays(paidOn: LocalDate, today: LocalDate): { alarmOn: LocalDate; dueOn: LocalDate } {
  const days = ruleOn('delisting', today)?.number
  invariant(days, 'the law gives a number of days')
  return { alarmOn: addBusinessDays(paidOn, ALARM_DAYS), dueOn: addBusinessDays(paidOn, days) }
}
