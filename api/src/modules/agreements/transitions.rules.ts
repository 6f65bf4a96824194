import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { invariant } from '../../core/invariant.ts'

type Status = Agreement['status']

/** What a step leaves behind it, in words: nothing of it is decided here. */
interface Effects {
  debts: string
  /** Codes and slips by which installments are paid. */
  charges: string
  /** The entries that are posted. */
  books: string
  /** News beside the step's own event, and papers. */
  news: string
  /** What the person is written. */
  messages: string
}

/** One step of an agreement's life. */
export interface Transition extends Effects {
  act: string
  from: readonly Status[]
  to: Status
  by: 'debtor' | 'creditor' | 'payment' | 'night'
  /** The change that the audit chain and the creditor's systems are told of. */
  event: string
  /** What must be true beside the status. */
  needs: string
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
    debts: 'in agreement; campaign budget spent',
    charges: 'installments made; their codes when they are asked for',
    books: '`agreed`',
    news: 'the signed term as a paper, evidence kept',
    messages: 'none: the person is there',
  },
  {
    act: 'expire', from: ['awaiting_signature'], to: 'expired', by: 'night', event: 'agreement.expired',
    needs: 'its days to sign over',
    debts: 'as they are: open',
    charges: 'none were made',
    books: 'none',
    news: 'none',
    messages: 'none: an offer that has passed is no news',
  },
  {
    act: 'activate', from: ['awaiting_first_payment'], to: 'active', by: 'payment', event: 'agreement.activated',
    needs: 'the first installment paid in full, more to come',
    debts: 'as they are: in agreement',
    charges: 'the first installment has none any more',
    books: '`paid`',
    news: '`payment.posted` before it, a receipt; `delisting.started` where the term promises it with the first installment',
    messages: 'none: the page shows it',
  },
  {
    act: 'settle', from: IN_COURSE, to: 'settled', by: 'payment', event: 'agreement.settled',
    needs: 'every installment paid in full',
    debts: 'settled',
    charges: 'none any more',
    books: '`paid`, `settled`',
    news: '`payment.posted` before it, a receipt and the discharge letter; `delisting.started` unless it has begun (not for a voluntary payment)',
    messages: 'none: the page shows it',
  },
  {
    act: 'break', from: IN_COURSE, to: 'broken', by: 'night', event: 'agreement.broken',
    needs: 'as many installments missed as the term says, its notice given and over; never a court plan, never a voluntary payment',
    debts: 'open again with what was paid counted, or new debts for what is left (novation)',
    charges: 'installments that are not paid are cancelled; no new codes',
    books: '`reopened`, or `novated`',
    news: '`agreement.break_noticed` days before it; a delisting that is not done lapses where the old debts are open again',
    messages: 'the notice before it, in the hours of a business day',
  },
  {
    act: 'cancel', from: ['awaiting_signature', ...IN_COURSE], to: 'cancelled', by: 'creditor', event: 'agreement.cancelled',
    needs: 'a reason',
    debts: 'if signed: open again with what was paid counted; campaign budget back where nothing was paid',
    charges: 'installments that are not paid are cancelled; no new codes',
    books: 'if signed: `reopened`',
    news: 'a delisting that is not done lapses',
    messages: 'none: the creditor tells it',
  },
  {
    act: 'withdraw', from: IN_COURSE, to: 'withdrawn', by: 'debtor', event: 'agreement.withdrawn',
    needs: 'a term that gives days for it, and its last day not over; so never a court plan',
    debts: 'open again as if never signed; campaign budget back',
    charges: 'installments that are not paid are cancelled; no new codes',
    books: '`withdrawn`; `refunded` once the money is back',
    news: '`refund.due` where something was paid; a delisting that is not done lapses',
    messages: 'none: the person is there',
  },
  {
    act: 'reopen', from: ['settled'], to: 'active', by: 'payment', event: 'agreement.reopened',
    needs: 'a payment of it taken back (Pix MED, a card charged back, a bank’s error), so that an installment is open again',
    debts: 'in agreement again',
    charges: 'for what is open, as before',
    books: '`reversed`, `restored`',
    news: '`payment.reversed` before it; the discharge letter is not given and its code says so; `delisting.reversed`',
    messages: 'none: the page shows it',
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
