import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { invariant } from '../../core/invariant.ts'

type Status = Agreement['status']

/** One step of an agreement's life. */
export interface Transition {
  act: string
  from: readonly Status[]
  to: Status
  by: 'debtor' | 'creditor' | 'payment' | 'night'
  /** The change that the audit chain and the creditor's systems are told of. */
  event: string
  /** What must be true beside the status. */
  needs: string
  effects: string
}

const IN_COURSE = ['awaiting_first_payment', 'active'] as const

/**
 * Every step that an agreement can take; there is no other. The acts read their next status and their event here, and
 * docs/agreement-life.md is drawn from it. A plan that a court ratified begins as `active`.
 */
export const TRANSITIONS = [
  {
    act: 'sign', from: ['awaiting_signature'], to: 'awaiting_first_payment', by: 'debtor', event: 'agreement.signed',
    needs: 'the code sent for exactly this term, before it expires; open debts; room in the campaign',
    effects: 'debts in agreement, installments made, campaign budget spent, evidence kept',
  },
  {
    act: 'expire', from: ['awaiting_signature'], to: 'expired', by: 'night', event: 'agreement.expired',
    needs: 'its days to sign over',
    effects: 'none: nothing hung on it',
  },
  {
    act: 'activate', from: ['awaiting_first_payment'], to: 'active', by: 'payment', event: 'agreement.activated',
    needs: 'the first installment paid in full, more to come',
    effects: 'none beyond the payment',
  },
  {
    act: 'settle', from: IN_COURSE, to: 'settled', by: 'payment', event: 'agreement.settled',
    needs: 'every installment paid in full',
    effects: 'debts settled, discharge letter ready, delisting started (not for a voluntary payment)',
  },
  {
    act: 'break', from: IN_COURSE, to: 'broken', by: 'night', event: 'agreement.broken',
    needs: 'as many installments missed as the term says, its notice given and over; never a court plan, never a voluntary payment',
    effects: 'debts open again with what was paid counted, or new debts for what is left (novation)',
  },
  {
    act: 'cancel', from: ['awaiting_signature', ...IN_COURSE], to: 'cancelled', by: 'creditor', event: 'agreement.cancelled',
    needs: 'a reason',
    effects: 'if signed: debts open again with what was paid counted; campaign budget back where nothing was paid',
  },
  {
    act: 'withdraw', from: IN_COURSE, to: 'withdrawn', by: 'debtor', event: 'agreement.withdrawn',
    needs: 'a term that gives days for it, and its last day not over; so never a court plan',
    effects: 'debts open again as if never signed; what was paid due back at once (refund); campaign budget back',
  },
] as const satisfies readonly Transition[]

export type TransitionAct = (typeof TRANSITIONS)[number]['act']
/** What may be done with an agreement: its transitions, and what leaves its status as it is. */
type Act = TransitionAct | 'pay' | 'discharge'

const STAYING: Record<Exclude<Act, TransitionAct>, readonly Status[]> = { pay: IN_COURSE, discharge: ['settled'] }

/** The refusal that an act gets in any other status. */
export const REFUSALS = {
  sign: 'agreement_not_awaiting_signature',
  pay: 'agreement_not_active',
  discharge: 'agreement_not_settled',
  cancel: 'agreement_not_cancellable',
  withdraw: 'agreement_not_withdrawable',
} as const satisfies Partial<Record<Act, ErrorCode>>

/** Whether an act is possible in a status. */
export function isPossible(act: Act, status: Status): boolean {
  const from = act === 'pay' || act === 'discharge' ? STAYING[act] : transitionOf(act).from
  return from.includes(status)
}

/** Whether an agreement is signed and runs: its installments are to be paid. */
export function isInCourse(status: Status): boolean {
  return isPossible('pay', status)
}

/** Where an act leads from a status, and its event. The caller has refused what is not possible. */
export function take(act: TransitionAct, status: Status): Pick<Transition, 'to' | 'event'> {
  invariant(isPossible(act, status), `no agreement that is ${status} takes the step ${act}`)
  return transitionOf(act)
}

function transitionOf(act: TransitionAct): Transition {
  return TRANSITIONS.find((one) => one.act === act)!
}
