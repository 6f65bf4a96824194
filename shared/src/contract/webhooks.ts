import { Type, type Static } from 'typebox'
import { Closed, Cursor, IdOf, Instant, Limit, Line, Nullable, Words } from './common.ts'

const EventTypes = Type.Array(Type.String({ pattern: '^(\\*|[a-z_]{1,40}\\.(\\*|[a-z_]{1,40}))$', maxLength: 81 }), {
  minItems: 1, maxItems: 50, uniqueItems: true, description: 'Which events: `agreement.settled`, `agreement.*`, or `*` for all, which it is where nothing is said', examples: [['agreement.*', 'payment.posted']],
})
const Url = Type.String({ format: 'uri', pattern: '^https?://', maxLength: 500, description: 'https, at an address of the public internet', examples: ['https://sistema.exemplo.com.br/repactua'] })

const endpoint = {
  url: Url,
  description: Type.Optional(Line(80)),
  eventTypes: Type.Optional(EventTypes),
}
export const WebhookEndpointInput = Closed(endpoint)
export type WebhookEndpointInput = Static<typeof WebhookEndpointInput>

/** What is left out stays as it is. */
export const WebhookEndpointChange = Closed({ ...endpoint, url: Type.Optional(Url), enabled: Type.Optional(Type.Boolean()) })
export type WebhookEndpointChange = Static<typeof WebhookEndpointChange>

const shown = {
  id: IdOf('endpoint'),
  url: Type.String(),
  description: Nullable(Type.String()),
  eventTypes: Type.Array(Type.String()),
  enabled: Type.Boolean(),
  goneAt: Nullable(Type.Unsafe<string>({ ...Instant, description: 'When it answered 410 and was switched off for that' })),
  createdAt: Instant,
}
export const WebhookEndpoint = Type.Object(shown)
export type WebhookEndpoint = Static<typeof WebhookEndpoint>

const Secret = Type.String({ description: 'Shown this once; signatures are checked with it, as Standard Webhooks says', examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] })
export const CreatedWebhookEndpoint = Type.Object({ ...shown, secret: Secret })
export type CreatedWebhookEndpoint = Static<typeof CreatedWebhookEndpoint>

export const NewWebhookSecret = Type.Object({ secret: Secret, oldSecretUntil: Type.Unsafe<string>({ ...Instant, description: 'Until then each delivery is signed with both' }) })
export type NewWebhookSecret = Static<typeof NewWebhookSecret>

/** What the body of a delivery is too. It names what changed by its ids: details are asked for with a token. */
export const Event = Type.Object({
  id: IdOf('event'),
  type: Type.String({ examples: ['agreement.settled'] }),
  createdAt: Instant,
  sequence: Type.Integer({ minimum: 1, description: 'Grows by one with each event of the creditor; a delivery that comes with a lower one than seen before is late' }),
  subject: Type.String({ description: 'The id of what it happened to', examples: ['agreement_018f2f6e-9a44-7c1b-8d55-2b1a7f6f7c11'] }),
  data: Type.Record(Type.String(), Type.Unknown()),
})
export type Event = Static<typeof Event>

export const EventQuery = Closed({
  type: Type.Optional(Type.String({ pattern: '^[a-z_]{1,40}\\.[a-z_]{1,40}$', maxLength: 81 })),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Type.String({ pattern: '^\\d{1,15}$', maxLength: 15, description: 'The `sequence` of the last event seen' })),
})
export type EventQuery = Static<typeof EventQuery>

export const WebhookDelivery = Type.Object({
  id: IdOf('delivery'),
  endpointId: IdOf('endpoint'),
  eventId: IdOf('event'),
  eventType: Type.String(),
  status: Words(['pending', 'delivered', 'failed'] as const),
  tries: Type.Integer(),
  nextTryAt: Nullable(Instant),
  lastStatus: Nullable(Type.Unsafe<number>({ type: 'integer', description: 'The HTTP status of the last answer; null where none came' })),
  lastError: Nullable(Type.String()),
  deliveredAt: Nullable(Instant),
  createdAt: Instant,
})
export type WebhookDelivery = Static<typeof WebhookDelivery>

export const WebhookDeliveryQuery = Closed({
  status: Type.Optional(Words(['pending', 'delivered', 'failed'] as const)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type WebhookDeliveryQuery = Static<typeof WebhookDeliveryQuery>
