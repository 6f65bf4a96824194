import { Type, type Static } from 'typebox'
import { Closed, Instant, Nullable, Said, Words } from './common.ts'
import { CHANNELS, PURPOSES } from './messaging.ts'

const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{18}$', maxLength: 18, description: 'From the end of an address that a message carries' })

export const MessageLinkInput = Closed({ token: Type.String({ minLength: 1, maxLength: 200, description: 'The end of the address in a message' }) })

/** Where a message's link leads. It tells nothing of a person, to whoever holds it. */
export const MessageLink = Type.Object({
  state: Words(['valid', 'expired', 'unknown'] as const),
  next: Said(Nullable(Type.String()), 'The portal’s page to go on to after sign-in; null where the link is not valid'),
})
export type MessageLink = Static<typeof MessageLink>

export const MessageCodeParams = Closed({ code: Type.String({ pattern: '^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$', maxLength: 9, examples: ['7QKD-M2XR'] }) })

/** A message that was sent by this installation: when, by what and for whom; nobody that it went to and nothing that it was about. */
export const MessageVerification = Type.Object({
  code: Type.String(),
  creditor: Type.Object({ legalName: Type.String(), tradeName: Type.String(), cnpj: Type.String() }),
  channel: Words(CHANNELS),
  sentAt: Instant,
})
export type MessageVerification = Static<typeof MessageVerification>

export const UnsubscriptionParams = Closed({ token: Token })

/** What the way out of a message stops: of one creditor, by one channel, for one purpose. */
export const Unsubscription = Type.Object({ creditorName: Type.String(), channel: Words(CHANNELS), purpose: Words(PURPOSES), stopped: Type.Boolean() })
export type Unsubscription = Static<typeof Unsubscription>
