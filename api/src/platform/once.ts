import type { Clock } from './clock.ts'
import type { Keys } from './crypto/keys.ts'
import type { Transaction } from './db/transaction.ts'
import { AppError } from './errors/app-error.ts'

/** What names a request that is to happen once: whose, where, and by which key. */
export interface OnceKey {
  credential: string
  method: string
  path: string
  key: string
}

/** The answer that the first request with a key got, and the keyed hash of what it had sent. */
export interface FirstAnswer {
  fingerprint: Buffer
  status: number
  body: string
}

/**
 * Claims a key to the end of the transaction and gives the answer that it got before, or null where it is new. A twin
 * that comes meanwhile is told so at once and does not queue.
 */
export async function claimOnce(tx: Transaction, keys: Keys, once: OnceKey): Promise<FirstAnswer | null> {
  await lock(tx, once)
  const { rows } = await tx.$client.query<{ fingerprint: Buffer; status: number; body_sealed: Buffer }>({
    name: 'find_idempotent_answer',
    text: 'select fingerprint, status, body_sealed from idempotency_keys where credential = $1 and method = $2 and path = $3 and key = $4',
    values: [once.credential, once.method, once.path, once.key],
  })
  return rows[0] ? { fingerprint: rows[0].fingerprint, status: rows[0].status, body: keys.open(rows[0].body_sealed) } : null
}

/** Gives the first answer's body again; refuses a key that came with something else. */
export function answerAgain<T>(first: FirstAnswer, fingerprint: Buffer): T {
  if (!first.fingerprint.equals(fingerprint)) throw new AppError('idempotency_key_reused')
  return JSON.parse(first.body) as T
}

/** Keeps an answer, sealed, in the transaction of its effect. */
export async function keepAnswer(tx: Transaction, { keys, clock }: { keys: Keys; clock: Clock }, once: OnceKey, answer: FirstAnswer): Promise<void> {
  await tx.$client.query({
    name: 'store_idempotent_answer',
    text: 'insert into idempotency_keys values ($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [once.credential, once.method, once.path, once.key, answer.fingerprint, answer.status, keys.seal(answer.body), clock.now()],
  })
}

async function lock(tx: Transaction, { credential, method, path, key }: OnceKey): Promise<void> {
  const { rows } = await tx.$client.query<{ locked: boolean }>({
    name: 'lock_idempotency_key',
    text: 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
    values: [[credential, method, path, key].join('\n')],
  })
  if (!rows[0]?.locked) throw new AppError('idempotency_in_flight')
}
