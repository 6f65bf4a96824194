import { and, eq, isNull } from 'drizzle-orm'
import type pg from 'pg'
import { sessions } from '../../platform/db/tables/sessions.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type SessionRecord = typeof sessions.$inferSelect

export async function insertSession(tx: Transaction, session: SessionRecord): Promise<void> {
  await tx.insert(sessions).values(session)
}

const COLUMNS = `token_hash as "tokenHash", cpf_index as "cpfIndex", created_at as "createdAt", last_seen_at as "lastSeenAt",
  expires_at as "expiresAt", ended_at as "endedAt"`

/** The session under a token's hash, alive or not. One bare statement: every request of a person begins with it. */
export async function findSessionRow(db: Pick<pg.Pool | pg.PoolClient, 'query'>, tokenHash: Buffer): Promise<SessionRecord | null> {
  const { rows } = await db.query<SessionRecord>({
    name: 'find_session',
    text: `select ${COLUMNS} from sessions where token_hash = $1`,
    values: [tokenHash],
  })
  return rows[0] ?? null
}

/** The sessions under these hashes, alive or not. */
export async function listSessionRows(db: Pick<pg.Pool, 'query'>, tokenHashes: readonly Buffer[]): Promise<SessionRecord[]> {
  const { rows } = await db.query<SessionRecord>({ name: 'list_sessions', text: `select ${COLUMNS} from sessions where token_hash = any($1)`, values: [tokenHashes] })
  return rows
}

export async function noteSight(db: Pick<pg.Pool, 'query'>, tokenHash: Buffer, seenAt: Date): Promise<void> {
  await db.query({ name: 'note_sight', text: 'update sessions set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2', values: [tokenHash, seenAt] })
}

/** Ends every session of the person who holds this one. */
export async function endSessions(tx: Transaction, cpfIndex: Buffer, endedAt: Date): Promise<void> {
  await tx.update(sessions).set({ endedAt }).where(and(eq(sessions.cpfIndex, cpfIndex), isNull(sessions.endedAt)))
}
