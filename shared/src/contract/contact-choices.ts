import { Type, type Static } from 'typebox'
import { Closed, Cpf, Day, IdOf, Instant, Nullable, Said, Words } from './common.ts'
import { CreditorCard } from './creditors.ts'
import { CHANNELS, PURPOSES } from './messaging.ts'

const cell = { channel: Words(CHANNELS), purpose: Words(PURPOSES), allowed: Type.Boolean() }
const choices = Type.Array(Type.Object(cell), { description: 'Every channel that reaches this person, for each purpose: what counts today. Codes know no choice' })

/** Where a person is written to, by which channels and of what, as that person sees and chooses it. */
export const ContactChoices = Type.Object({
  addresses: Type.Array(Type.Object({ kind: Words(['email', 'phone'] as const), masked: Type.String() })),
  pausedUntil: Said(Nullable(Instant), 'Until then nobody writes of debts; then it goes on by itself'),
  choices,
  pushEndpoints: Type.Array(Type.String(), { description: 'The browsers of this person that take pushes, by the address that their push service gave' }),
  creditors: Type.Array(Type.Object({ creditor: CreditorCard, choices })),
})
export type ContactChoices = Static<typeof ContactChoices>
export type ContactCell = ContactChoices['choices'][number]

/** One choice: of one creditor, or of all where none is named. */
export const ContactChoiceInput = Closed({ creditorId: Type.Optional(IdOf('creditor')), ...cell })
export type ContactChoiceInput = Static<typeof ContactChoiceInput>

/** A wish that a creditor heard, by phone or by letter. It is written down of this creditor alone. */
export const HeardWishInput = Closed({
  cpf: Cpf,
  wish: Words(['stop', 'allow'] as const),
  channel: Type.Optional(Words(CHANNELS, { description: 'Every channel where it is left out; an `allow` for `whatsapp` names it' })),
  purpose: Type.Optional(Words(PURPOSES, { description: 'Both where it is left out' })),
  untilOn: Type.Optional(Said(Day, 'The last day of a `stop` that ends by itself')),
})
export type HeardWishInput = Static<typeof HeardWishInput>

/** What counts of one person for the creditor that asks, by its own word and by the person's. */
export const CreditorContactChoices = Type.Object({
  debtorId: IdOf('debtor'),
  choices: Type.Array(Type.Object({ ...cell, until: Said(Nullable(Instant), 'When a channel that is off opens by itself') })),
})
export type CreditorContactChoices = Static<typeof CreditorContactChoices>

const key = Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: 16, maxLength: 120 })

/** A browser that takes pushes, as its own `PushSubscription` says (RFC 8291). */
export const PushSubscriptionInput = Closed({
  endpoint: Type.String({ pattern: '^https://[^\\s#]+$', maxLength: 1_000 }),
  keys: Closed({ p256dh: key, auth: key }),
})
export type PushSubscriptionInput = Static<typeof PushSubscriptionInput>

export const PushSubscriptionEnd = Closed({ endpoint: PushSubscriptionInput.properties.endpoint })
