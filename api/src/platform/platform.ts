import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Keys } from './crypto/keys.ts'
import { withTransaction, type Scope, type Transaction } from './db/transaction.ts'
import { newUuid } from './ids.ts'
import type { JobSender } from './jobs/job-sender.ts'
import type { NewsWire } from './news/news-wire.ts'
import type { Actor, Work } from './work.ts'

/** What every part of the process shares. Made once, by `compose.ts`. */
export interface Platform {
  pool: pg.Pool
  bulkPool: pg.Pool
  clock: Clock
  keys: Keys
  jobs: JobSender
  news: NewsWire
  /** Off for demos and tests: quotas and pauses are lifted. */
  limitsEnabled: boolean
  /** Whether addresses that a tenant writes down may lie in a private network: for development alone. */
  allowsPrivateAddresses: boolean
  /** Where banks bring their news (Pix webhooks), without a slash at the end; null where no door is open to them. */
  bankDoorUrl: string | null
  /** Where people and carriers reach this installation, without a slash at the end. */
  publicUrl: string
  /** Who this installation is to push services (RFC 8292); null where there is no push. */
  vapidKey: KeyObject | null
  newId(): string
  transact<T>(actor: Actor, scope: Scope, useCase: (work: Work) => Promise<T>): Promise<T>
  /** The same for long work that nobody waits for: on the patient pool, as the installation itself. */
  transactInBulk<T>(scope: Scope, useCase: (work: Work) => Promise<T>): Promise<T>
}

export function createPlatform(parts: Pick<Platform, 'pool' | 'bulkPool' | 'clock' | 'keys' | 'jobs' | 'news' | 'limitsEnabled' | 'allowsPrivateAddresses' | 'bankDoorUrl' | 'publicUrl' | 'vapidKey'>): Platform {
  const newId = () => newUuid(parts.clock.now())
  const workOver = (tx: Transaction, actor: Actor): Work =>
    ({ tx, actor, clock: parts.clock, today: parts.clock.today(), keys: parts.keys, jobs: parts.jobs, limitsEnabled: parts.limitsEnabled, allowsPrivateAddresses: parts.allowsPrivateAddresses, newId })
  return {
    ...parts,
    newId,
    transact: (actor, scope, useCase) => withTransaction(parts.pool, scope, (tx) => useCase(workOver(tx, actor))),
    transactInBulk: (scope, useCase) => withTransaction(parts.bulkPool, scope, (tx) => useCase(workOver(tx, { kind: 'system' }))),
  }
}
