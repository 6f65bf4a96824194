import type { Escalation } from '@repactua/shared/contract/escalations.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../core/calendar/bank-holidays.ts'
import { currentRule } from '../../core/legal/legal-rules.ts'
import type { Block } from './blocks.rules.ts'
import { isPossible, type EscalationAct } from './transitions.rules.ts'

interface Standing {
  kind: Escalation['kind']
  state: Escalation['state']
  deadlineOn: LocalDate | null
  takeOffOn: LocalDate | null
}

/** The last day that a notice leaves: the creditor's days from its delivery, never fewer than the least, and no day without a bank. */
export function lastDayToAnswer(deliveredOn: LocalDate, answerDays: number): LocalDate {
  const least = currentRule('listing-notice').number ?? 0
  return nextBusinessDay(addDays(deliveredOn, Math.max(answerDays, least)))
}

/** What stops an escalation now, if anything: a block, or the payment that makes the letter of consent of a protest. */
export function stopStep({ kind, state }: Standing, block: Block | null): EscalationAct | null {
  if (block === null) return null
  if (kind === 'protest' && block === 'paid' && isPossible('end', state)) return 'end'
  return isPossible('block', state) ? 'block' : null
}

/** The step of a night, if there is one; a block comes before it. `decidesAlone`: the creditor's switch lets the night request. */
export function nightStep(escalation: Standing, block: Block | null, { today, decidesAlone }: { today: LocalDate; decidesAlone: boolean }): EscalationAct | null {
  const stop = stopStep(escalation, block)
  if (stop) return stop
  const { state, deadlineOn } = escalation
  if (state === 'proposed') return 'notice'
  if (state === 'proven' && deadlineOn !== null && deadlineOn < today) return 'fall_due'
  return state === 'due' && decidesAlone ? 'request' : null
}

/** The clock of what is taken back: as a delisting's, and never past the last day that it may stand. */
export function takeOffDays({ alarmOn, dueOn }: { alarmOn: LocalDate; dueOn: LocalDate }, lastDayOn: LocalDate, today: LocalDate): { takeOffAlarmOn: LocalDate; takeOffOn: LocalDate } {
  const latest = lastDayOn < today ? today : lastDayOn
  const takeOffOn = dueOn < latest ? dueOn : latest
  return { takeOffOn, takeOffAlarmOn: alarmOn < takeOffOn ? alarmOn : takeOffOn }
}
