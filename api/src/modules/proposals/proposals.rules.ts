import type { ProposalDecision } from '@repactua/shared/contract/proposals.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../../core/result.ts'

export interface ReviewState {
  decision: ProposalDecision
  decideBy: Date | null
}

/** Whether a review has run out on a given instant without an answer, written down or not. */
export function hasLapsed({ decision, decideBy }: ReviewState, now: Date): boolean {
  return decision === 'in_review' && decideBy !== null && decideBy <= now
}

/** Whether a person may still decide. */
export function mayDecide(state: ReviewState, now: Date): Result<null, ErrorCode> {
  if (state.decision !== 'in_review') return err('proposal_not_in_review')
  return hasLapsed(state, now) ? err('proposal_review_over') : ok(null)
}

export interface ApprovalState {
  presentValueBps: number | null
  secondApprovalBelowBps: number | null
}

/** Whether an approval takes two different clients. */
export function needsTwo({ presentValueBps, secondApprovalBelowBps }: ApprovalState): boolean {
  return presentValueBps !== null && secondApprovalBelowBps !== null && presentValueBps < secondApprovalBelowBps
}

/** What one more approval makes: done, or waiting for another client. The same client twice is refused. */
export function countApproval(state: ApprovalState, approvedBy: readonly string[], clientId: string): Result<'done' | 'wait', ErrorCode> {
  if (!needsTwo(state)) return ok('done')
  if (approvedBy.includes(clientId)) return err('second_client_needed')
  return ok(approvedBy.length > 0 ? 'done' : 'wait')
}
