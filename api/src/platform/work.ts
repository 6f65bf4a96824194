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
  newId(): string
}

/** How an actor is called in the audit trail: never by name or CPF. */
export function actorName(actor: Actor): string {
  return actor.kind === 'client' || actor.kind === 'operator' ? `${actor.kind}_${actor.clientId}` : actor.kind
}
