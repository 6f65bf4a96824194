import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Clock } from './clock.ts'
import type { Keys } from './crypto/keys.ts'
import type { Transaction } from './db/transaction.ts'
import type { JobSender } from './jobs/job-sender.ts'

/** Who asks: a creditor's system, an operator of the installation, a person who signed in, or the installation itself. */
export type Actor =
  | { kind: 'client'; clientId: string; creditorId: string }
  | { kind: 'operator'; clientId: string }
  | { kind: 'debtor'; cpfIndex: Buffer }
  | { kind: 'system' }

/** What a use case works with: one open transaction, seen through the eyes of one actor. */
export interface Work {
  tx: Transaction
  actor: Actor
  clock: Clock
  today: LocalDate
  keys: Keys
  jobs: JobSender
  /** Off for demos and tests: quotas and pauses are lifted. */
  limitsEnabled: boolean
  /** Whether addresses that a tenant writes down may lie in a private network: for development alone. */
  allowsPrivateAddresses: boolean
  newId(): string
}

/** How an actor is called in the audit trail: never by name or CPF. */
export function actorName(actor: Actor): string {
  return actor.kind === 'client' || actor.kind === 'operator' ? `${actor.kind}_${actor.clientId}` : actor.kind
}

/** The creditor whose system asks; the door lets nobody else in where this is called. */
export function creditorOf({ actor }: Pick<Work, 'actor'>): string {
  if (actor.kind !== 'client') throw new Error('no creditor acts here')
  return actor.creditorId
}

/** The client by which a creditor's system asks; the door lets nobody else in where this is called. */
export function clientOf({ actor }: Pick<Work, 'actor'>): string {
  if (actor.kind !== 'client') throw new Error('no client of a creditor acts here')
  return actor.clientId
}

/** The person who asks, by the look-up index of their CPF; the door lets nobody else in where this is called. */
export function personOf({ actor }: Pick<Work, 'actor'>): Buffer {
  if (actor.kind !== 'debtor') throw new Error('no person acts here')
  return actor.cpfIndex
}
