import type { Channel, ContactRule, Purpose } from '@repactua/shared/contract/messaging.ts'

/** One wish to reach a person by a channel, with all that decides whether it may go. */
export interface ContactQuestion {
  channel: Channel
  purpose: Purpose
  /** Where the person lives, as far as it is known: two letters, and the city's name. */
  state: string | null
  city: string | null
  now: Date
  /** What went before to this person or to this address, of any creditor, a week back. */
  sentBefore: readonly PastContact[]
  /** What the person wished of this creditor, or of all. */
  choices: readonly ContactChoice[]
  /** Whether a state's block list has the number. */
  blocked: boolean
}

/** What went before, as the question sees it: to the same person, to the same address, about one of the same debts. */
export interface PastContact {
  at: Date
  channel: Channel
  purpose: Purpose
  samePerson: boolean
  sameAddress: boolean
  sameDebt: boolean
}

/** A standing wish; null means every channel, every purpose. A stop with an end is a pause. */
export interface ContactChoice {
  wish: 'stop' | 'allow'
  channel: Channel | null
  purpose: Purpose | null
  until: Date | null
}

/** Held is not lost: `until` is the first instant at which nothing of what is known holds it any more; null: never by itself. */
export type ContactAnswer = { ok: true } | { ok: false; rule: ContactRule; until: Date | null }

/** What holds now, and until when by itself. */
export interface ContactHold {
  rule: ContactRule
  until: Date | null
}
