import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Line, Nullable, Words } from './common.ts'

export const CONVERSATION_STATUSES = ['automatic', 'waiting', 'with_person'] as const

const Agent = Line(80)

/** One address at one account. Who writes is known only where they have shown it, and for half an hour. */
export const Conversation = Type.Object({
  id: IdOf('conversation'),
  channel: Words(['sms', 'whatsapp'] as const),
  addressMasked: Type.String({ examples: ['(11) *****-5678'] }),
  status: Words(CONVERSATION_STATUSES, { description: '`automatic`: the machine answers; `waiting` for an agent; `with_person`: an agent has answered' }),
  waitingFor: Nullable(Type.String({ description: 'What the person wanted when they were handed over' })),
  waitingSince: Nullable(Instant),
  overdue: Type.Boolean({ description: 'Nobody has answered within the working hours of the settings' }),
  identifiedDebtorId: Nullable(IdOf('debtor')),
  debtorIds: Type.Array(IdOf('debtor'), { description: 'The people on file with this number: it proves none of them' }),
  claimedBy: Nullable(Type.String()),
  mayWriteUntil: Nullable(Type.Unsafe<string>({ ...Instant, description: 'Of WhatsApp: 24 hours after the person’s last message' })),
  heardAt: Instant,
  createdAt: Instant,
})
export type Conversation = Static<typeof Conversation>

export const ConversationMessage = Type.Object({
  author: Words(['person', 'machine', 'agent'] as const),
  agent: Nullable(Type.String()),
  text: Type.String(),
  heard: Nullable(Type.String({ description: 'What the machine understood, of the person’s own messages' })),
  status: Words(['received', 'planned', 'sending', 'sent', 'in_doubt', 'failed'] as const),
  at: Instant,
})
export type ConversationMessage = Static<typeof ConversationMessage>

export const ConversationWhole = Type.Object({ ...Conversation.properties, messages: Type.Array(ConversationMessage) })
export type ConversationWhole = Static<typeof ConversationWhole>

export const ConversationQuery = Closed({
  status: Type.Optional(Words(CONVERSATION_STATUSES)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type ConversationQuery = Static<typeof ConversationQuery>

/** Who of the creditor’s people takes it: for a quarter of an hour from each act nobody else does. */
export const ConversationClaim = Closed({ agent: Agent })
export type ConversationClaim = Static<typeof ConversationClaim>

export const AgentMessage = Closed({ agent: Agent, text: Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S', description: 'Portuguese, for the person: sent as it is' }) })
export type AgentMessage = Static<typeof AgentMessage>

export const PROMISE_STATUSES = ['pending', 'kept', 'missed', 'replaced', 'void'] as const
/** A day on which a person said they would pay. It binds nobody: until it is over they hear nothing of it. */
export const PromiseOfPayment = Type.Object({
  id: IdOf('promise'),
  debtorId: IdOf('debtor'),
  conversationId: IdOf('conversation'),
  promisedOn: Day,
  status: Words(PROMISE_STATUSES, { description: '`kept`: something was paid or signed from the promise on; `missed` once a payment of that day would be known; `replaced` by another day; `void`: nothing is owed any more' }),
  createdAt: Instant,
  endedAt: Nullable(Instant),
})
export type PromiseOfPayment = Static<typeof PromiseOfPayment>

export const PromiseQuery = Closed({
  status: Type.Optional(Words(PROMISE_STATUSES)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type PromiseQuery = Static<typeof PromiseQuery>
