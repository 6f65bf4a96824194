import type { DisputeDecision } from '@repactua/shared/contract/disputes.ts'
import type { WithdrawalInput } from '@repactua/shared/contract/debts.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../../core/invariant.ts'
import { ruleOn } from '../../core/legal/legal-rules.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { DisputeRecord } from './disputes.repository.ts'

/** The last day for a creditor's answer to a dispute of today, as the law of today gives it. */
export function lastDayToAnswer(today: LocalDate): LocalDate {
  const days = ruleOn('dispute-answer', today)?.number
  invariant(days, 'the law gives a number of days')
  return addDays(today, days)
}

/** Whether a debt can be contested now, seen with what was contested of it before: once at a time, and no answered reason again. */
export function mayOpen(status: string, reason: DisputeRecord['reason'], before: readonly Pick<DisputeRecord, 'status' | 'reason'>[]): Result<'open', ErrorCode> {
  if (before.some((one) => one.status === 'open')) return err('debt_disputed')
  if (!['open', 'on_hold', 'in_agreement'].includes(status)) return err('debt_not_open')
  const isAnswered = before.some((one) => one.reason === reason && (one.status === 'rejected' || one.status === 'corrected'))
  return isAnswered ? err('dispute_answered') : ok('open')
}

/** Whether an answer closes the dispute. The same answer again is no refusal. */
export function mayDecide(dispute: Pick<DisputeRecord, 'status'>, known: string | null, { outcome, answer }: DisputeDecision): Result<'decide' | 'decided_before', ErrorCode> {
  if (dispute.status === 'open') return ok('decide')
  return dispute.status === outcome && known === answer ? ok('decided_before') : err('dispute_closed')
}

/** Why a debt is taken back whose dispute the creditor upholds. */
export const WITHDRAWAL_OF: Record<DisputeRecord['reason'], WithdrawalInput['reason']> = {
  not_mine: 'error', already_paid: 'paid_elsewhere', wrong_amount: 'error', fraud: 'error', deceased: 'other',
}
