import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Nullable, Said, Sha256, Words } from './common.ts'
import { ExternalId } from './debts.ts'
import { CHANNELS, MESSAGE_STATUSES, PURPOSES } from './messaging.ts'

export const ATTEMPT_STATUSES = ['sending', 'in_doubt', 'accepted', 'not_sent', 'refused', 'bounced'] as const
export const RECEIPT_KINDS = ['sent', 'delivered', 'read', 'bounced', 'failed', 'complained'] as const

/** A message to one person, as the creditor that sends it sees it. */
export const Message = Type.Object({
  id: IdOf('message'),
  debtorId: IdOf('debtor'),
  debtExternalIds: Type.Array(ExternalId),
  purpose: Words(PURPOSES),
  templateKey: Type.String(),
  ruler: Nullable(Type.Object({ id: IdOf('ruler'), step: Type.String(), arm: Nullable(Type.String({ description: 'Of an experiment' })) })),
  status: Words(MESSAGE_STATUSES),
  channel: Said(Nullable(Words(CHANNELS)), 'By which it went, or was tried last'),
  channels: Type.Array(Words(CHANNELS), { description: 'By which it may go, in order' }),
  reason: Said(Nullable(Type.String()), 'Why it waits or went nowhere. `contact_cap`: the person has heard enough for now, of whomever'),
  code: Said(Nullable(Type.String()), 'By which anybody may check it; null until it was tried', ['7QKD-M2XR']),
  notBefore: Instant,
  notAfter: Instant,
  createdAt: Instant,
  sentAt: Nullable(Instant),
  deliveredAt: Nullable(Instant),
  readAt: Nullable(Instant),
  endedAt: Said(Nullable(Instant), 'When it was given up: of `failed`, `cancelled` and `expired`'),
})
export type Message = Static<typeof Message>

/** What the channel carried: a subject and a page of e-mails, a title of pushes, the values of a template at WhatsApp. */
const SentWords = Type.Object({
  subject: Type.Optional(Type.String()),
  html: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  body: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  templateName: Type.Optional(Nullable(Type.String())),
  language: Type.Optional(Type.String()),
  parameters: Type.Optional(Type.Array(Type.String())),
})
export type SentWords = Static<typeof SentWords>

const MessageReceipt = Type.Object({
  id: IdOf('receipt'),
  kind: Words(RECEIPT_KINDS),
  reason: Nullable(Type.String()),
  at: Said(Instant, 'As the carrier says'),
  createdAt: Said(Instant, 'When it was heard here'),
  newsId: Said(Nullable(IdOf('news')), 'What the carrier brought, which the installation keeps in its raw form'),
})

const MessageAttempt = Type.Object({
  id: IdOf('attempt'),
  channel: Words(CHANNELS),
  addressMasked: Said(Nullable(Type.String()), 'Null for a browser, and for an address that is not on file at this creditor', ['m•••@exemplo.test']),
  status: Words(ATTEMPT_STATUSES),
  reason: Nullable(Type.String()),
  startedAt: Instant,
  endedAt: Nullable(Instant),
  providerMessageId: Nullable(Type.String()),
  sha256: Said(Sha256, 'Of the words as they are sealed'),
  words: Type.Unsafe<SentWords>({ ...SentWords, description: 'As they were sent. Only what signs the link and the way out is dots: those are the person’s own' }),
  receipts: Type.Array(MessageReceipt),
})

/** A message with the evidence of each call of a carrier, the first one first. */
export const MessageWhole = Type.Object({ ...Message.properties, attempts: Type.Array(MessageAttempt) })
export type MessageWhole = Static<typeof MessageWhole>

export const MessageQuery = Closed({
  debtorId: Type.Optional(IdOf('debtor')),
  debtExternalId: Type.Optional(ExternalId),
  rulerId: Type.Optional(IdOf('ruler')),
  status: Type.Optional(Words(MESSAGE_STATUSES)),
  channel: Type.Optional(Words(CHANNELS)),
  purpose: Type.Optional(Words(PURPOSES)),
  from: Type.Optional(Said(Day, 'The first day on which it was put into the outbox')),
  to: Type.Optional(Said(Day, 'The last one')),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type MessageQuery = Static<typeof MessageQuery>
