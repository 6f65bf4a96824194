import { setTimeout as pause } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { AppError } from '../errors/app-error.ts'

/** Drizzle over one client inside an open transaction. */
export type Transaction = NodePgDatabase & { $client: pg.PoolClient }

/** What a transaction may see, by row-level security: one creditor, one person, the holder of one code, or neither. */
export type Scope =
  | { creditorId: string }
  | { cpfIndex: Buffer }
  | { verificationCode: string }
  | { nobody: true }

const RETRIES = 3
const RETRIABLE = new Set(['40001', '40P01'])

/**
 * Runs `work` in a transaction under a scope. Serialization failures and deadlocks are tried again, at most three
 * times; after any error the client is destroyed, since one that lost its server mid-way would poison the pool.
 */
export async function withTransaction<T>(pool: pg.Pool, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnClient(pool, scope, work)
    } catch (error) {
      if (attempt > RETRIES || !RETRIABLE.has(sqlState(error))) throw error
      await pause(Math.random() * 20 * attempt)
    }
  }
}

/** Lets the transaction see one creditor's rows too. The caller has established that the actor deals with it. */
export async function enterCreditor(tx: Transaction, creditorId: string): Promise<void> {
  await tx.$client.query({ name: 'enter_creditor', text: "select set_config('app.creditor_id', $1, true)", values: [creditorId] })
}

/** Lets the transaction see one person's rows too. The caller has established that the actor is that person. */
export async function enterPerson(tx: Transaction, cpfIndex: Buffer): Promise<void> {
  await tx.$client.query({ name: 'enter_person', text: "select set_config('app.cpf_index', $1, true)", values: [cpfIndex.toString('hex')] })
}

async function runOnClient<T>(pool: pg.Pool, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(`begin; ${scopeSql(scope)}`)
    const result = await work(drizzleOver(client))
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await endAfterError(client, error)
    throw error
  }
}

// A refusal leaves a healthy client: rolled back, it goes back to the pool. Anything else is destroyed.
async function endAfterError(client: pg.PoolClient, error: unknown): Promise<void> {
  const isRefusal = error instanceof AppError
  if (!isRefusal && !RETRIABLE.has(sqlState(error))) return client.release(true)
  const rolledBack = await client.query('rollback').then(() => true, () => false)
  client.release(!rolledBack)
}

// Sent together with BEGIN to save a round trip, hence escaped here and not bound.
function scopeSql(scope: Scope): string {
  if ('creditorId' in scope) return `set local app.creditor_id = ${pg.escapeLiteral(scope.creditorId)}`
  if ('cpfIndex' in scope) return `set local app.cpf_index = ${pg.escapeLiteral(scope.cpfIndex.toString('hex'))}`
  if ('verificationCode' in scope) return `set local app.verification_code = ${pg.escapeLiteral(scope.verificationCode)}`
  return ''
}

const overClients = new WeakMap<pg.PoolClient, Transaction>()

function drizzleOver(client: pg.PoolClient): Transaction {
  const known = overClients.get(client) ?? (drizzle(client) as Transaction)
  overClients.set(client, known)
  return known
}

/** The SQLSTATE of a database error, also where drizzle wrapped it; '' for anything else. */
export function sqlState(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : sqlState(error.cause)
}
