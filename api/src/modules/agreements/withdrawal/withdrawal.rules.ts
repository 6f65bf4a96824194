import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../../core/calendar/bank-holidays.ts'
import type { Allowed } from '../agreements.rules.ts'
import { isPossible, REFUSALS } from '../transitions.rules.ts'

export interface SignedState {
  status: Agreement['status']
  signedOn: LocalDate | null
  /** As the signed term says; none where it says nothing. */
  withdrawalDays: number | undefined
}

/** The last day on which the person may undo the signature: its own day does not count, and it ends on a business day (CDC 49, CC 132). */
export function lastDayToWithdraw({ signedOn, withdrawalDays }: SignedState): LocalDate | null {
  return signedOn && withdrawalDays ? nextBusinessDay(addDays(signedOn, withdrawalDays)) : null
}

/** Whether the person may undo the agreement today, with the code that says why not. */
export function withdrawalOn(state: SignedState, today: LocalDate): Allowed {
  if (!isPossible('withdraw', state.status)) return { ok: false, code: REFUSALS.withdraw }
  const lastDay = lastDayToWithdraw(state)
  if (lastDay === null) return { ok: false, code: 'withdrawal_not_granted' }
  return today <= lastDay ? { ok: true } : { ok: false, code: 'withdrawal_over' }
}
