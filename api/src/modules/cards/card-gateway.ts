import type { Result } from '../../core/result.ts'

/** Why a provider did not do what it was asked: it said no, or nobody knows. `problem` names no person. */
export type GatewayFault = { kind: 'refused'; problem: string } | { kind: 'silent'; problem: string }
/** A fault of a call in a job, to be thrown: the job is then tried again. */
export function faultOf({ kind, problem }: GatewayFault): Error {
  return new Error(`the card provider ${kind === 'silent' ? 'did not answer' : 'refused'}: ${problem}`)
}

export type Asked<T> = Promise<Result<T, GatewayFault>>

export interface CheckoutRequest {
  /** Our own id: the same one again is the same checkout, also where the first answer was lost. */
  id: string
  amountCents: bigint
  /** What the person reads on the page. */
  title: string
  /** A whole second. */
  expiresAt: Date
  returnUrl: string
}

export interface OpenedCheckout {
  sessionId: string
  url: string
}

/** A checkout as its provider knows it. */
export type CheckoutState =
  | { status: 'open' | 'expired' }
  | { status: 'paid'; checkoutId: string; amountCents: bigint; paymentIntent: string; paidAt: Date }

/** A card holder's dispute as the provider knows it. Until it is decided the payment stands. */
export type DisputeState = { status: 'open' | 'won' } | { status: 'lost'; amountCents: bigint; paymentIntent: string }

/** What a provider's notice is about. It is a hint: the provider is asked. */
export type Notice = { kind: 'checkout'; sessionId: string } | { kind: 'dispute'; disputeId: string } | { kind: 'other' }

/** A provider of hosted checkout pages, spoken to for one creditor. */
export interface CardGateway {
  openCheckout(request: CheckoutRequest): Asked<OpenedCheckout>
  readCheckout(sessionId: string): Asked<CheckoutState>
  readDispute(disputeId: string): Asked<DisputeState>
  /** Null where the provider did not sign it with this account's secret within the last five minutes. */
  readNotice(notice: { bytes: Buffer; signature: string; now: Date }): Notice | null
}
