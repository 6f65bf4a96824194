import { centsNumber } from '../../../core/money/cents-number.ts'
import type { CardGateway, CheckoutRequest, CheckoutState, DisputeState, Notice, OpenedCheckout } from '../card-gateway.ts'
import { askStripe, type StripeAccess } from './ask-stripe.ts'
import { isDispute, isEvent, isOpenSession, isPaidSession, isSession } from './shapes.ts'
import { isSigned } from './signature.ts'

const CHECKOUT_EVENTS = new Set(['checkout.session.completed', 'checkout.session.async_payment_succeeded', 'checkout.session.expired'])
const DISPUTE_CLOSED = 'charge.dispute.closed'
/** Stripe Checkout, mode `payment`, cards alone, in reais. */
export function createStripeGateway(access: StripeAccess & { webhookSecret: string }): CardGateway {
  return {
    openCheckout: (request) => askStripe(access, { method: 'POST', path: '/v1/checkout/sessions', form: formOf(request), once: request.id, read: readOpened }),
    readCheckout: (sessionId) => askStripe(access, { method: 'GET', path: `/v1/checkout/sessions/${encodeURIComponent(sessionId)}?expand[]=payment_intent.latest_charge`, read: readState }),
    readDispute: (disputeId) => askStripe(access, { method: 'GET', path: `/v1/disputes/${encodeURIComponent(disputeId)}`, read: readDispute }),
    readNotice: (notice) => (isSigned(notice, access.webhookSecret) ? readEvent(notice.bytes) : null),
  }
}

function formOf({ id, amountCents, title, expiresAt, returnUrl }: CheckoutRequest): Record<string, string> {
  return {
    mode: 'payment',
    'payment_method_types[0]': 'card',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'brl',
    'line_items[0][price_data][unit_amount]': String(centsNumber(amountCents)),
    'line_items[0][price_data][product_data][name]': title,
    client_reference_id: id,
    expires_at: String(Math.floor(expiresAt.getTime() / 1_000)),
    locale: 'pt-BR',
    success_url: returnUrl,
    cancel_url: returnUrl,
  }
}

function readOpened(body: unknown): OpenedCheckout | null {
  return isOpenSession(body) ? { sessionId: body.id, url: body.url } : null
}

function readState(body: unknown): CheckoutState | null {
  if (!isSession(body)) return null
  if (body.payment_status !== 'paid') return { status: body.status === 'expired' ? 'expired' : 'open' }
  if (!isPaidSession(body)) return null
  const { client_reference_id: checkoutId, amount_total: amount, payment_intent: { id: paymentIntent, latest_charge: { created } } } = body
  return { status: 'paid', checkoutId, amountCents: BigInt(amount), paymentIntent, paidAt: new Date(created * 1_000) }
}

function readDispute(body: unknown): DisputeState | null {
  if (!isDispute(body)) return null
  const { status, amount, payment_intent: paymentIntent } = body
  return status === 'lost' ? { status, amountCents: BigInt(amount), paymentIntent } : { status: status === 'won' ? 'won' : 'open' }
}

function readEvent(bytes: Buffer): Notice {
  const event = parse(bytes)
  if (!isEvent(event)) return { kind: 'other' }
  if (event.type === DISPUTE_CLOSED) return { kind: 'dispute', disputeId: event.data.object.id }
  return CHECKOUT_EVENTS.has(event.type) ? { kind: 'checkout', sessionId: event.data.object.id } : { kind: 'other' }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
