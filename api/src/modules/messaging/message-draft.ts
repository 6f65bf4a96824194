import type { Channel, Purpose } from '@repactua/shared/contract/messaging.ts'
import type { Work } from '../../platform/work.ts'

/** What somebody wants said to a person, once. */
export interface MessageDraft {
  creditorId: string
  debtorId: string
  cpfIndex: Buffer
  purpose: Purpose
  /** One step, one message: unique in a creditor, e.g. `ruler:<rulerId>:<step>:<anchor>`. Queued twice it is one. */
  stepKey: string
  /** The creditor's published version of it, else the built-in one. */
  templateKey: string
  /** The template's own typed variables: ids, days, counts, cents; never a CPF. */
  values: Record<string, string | number>
  /** In order; those without an address, an opt-in or an account are skipped. */
  channels: readonly Channel[]
  /** What it is about: caps per debt, holds. */
  debtIds: readonly string[]
  /** Outside contact hours it waits; after `notAfter` it expires unsent. */
  notBefore: Date
  notAfter: Date
  origin: MessageOrigin | null
}

/** The step of a ruler that a message is, and the arm of an experiment. */
export interface MessageOrigin {
  rulerId: string
  step: string
  arm: string | null
}

/** A message as others are asked about it. */
export interface AskedMessage extends Pick<MessageDraft, 'creditorId' | 'stepKey' | 'origin' | 'debtIds' | 'debtorId' | 'cpfIndex' | 'purpose' | 'templateKey'> {
  id: string
}

/**
 * Whether messages of one creditor are still wanted, asked at the moment of sending in its transaction: message id -> why it is
 * not, a reason code; absent = go. Composed of those who know: holds, payments, rulers.
 */
export type StillWanted = (work: Work, messages: readonly AskedMessage[]) => Promise<Map<string, string>>
