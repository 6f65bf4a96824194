import { Type, type Static } from 'typebox'
import { Closed, IdOf, Instant, PositiveCents, Words } from './common.ts'

export const CARD_PROVIDERS = ['stripe'] as const
const secret = (prefix: string, description: string) => Type.String({ pattern: `^${prefix}_[A-Za-z0-9_]+$`, maxLength: 255, description })

/** A creditor's own account at a provider of checkout pages. */
export const CardAccountInput = Closed({
  provider: Words(CARD_PROVIDERS),
  secretKey: secret('[sr]k', 'Secret or restricted key; it may make and read Checkout Sessions and read disputes'),
  webhookSecret: secret('whsec', 'Signing secret of the webhook endpoint at the provider'),
  baseUrl: Type.Optional(Type.String({ pattern: '^https?://[^\\s#@?]+$', maxLength: 300, description: 'Where the provider answers, for its test doubles; `https://api.stripe.com` when left out' })),
})
export type CardAccountInput = Static<typeof CardAccountInput>

/** No secret is ever shown. */
export const CardAccount = Type.Object({
  provider: Words(CARD_PROVIDERS),
  baseUrl: Type.String(),
  webhookUrl: Type.String({ description: 'Where the provider brings its news: checkout.session.completed, .async_payment_succeeded and .expired' }),
  changedAt: Instant,
})
export type CardAccount = Static<typeof CardAccount>

/** A page of the provider on which an installment can be paid by card. */
export const CardCheckout = Type.Object({
  url: Type.String({ description: 'Of the provider: the card is typed in there and never here' }),
  amountCents: PositiveCents,
  expiresAt: Instant,
})
export type CardCheckout = Static<typeof CardCheckout>

export const CardNoticeParams = Closed({ creditorId: IdOf('creditor') })
