import type { Platform } from '../../platform/platform.ts'
import { isAlive, SIGHT_GRAIN_MS } from './identity.rules.ts'
import { hashToken } from './session-token.ts'
import { findSessionRow, listSessionRows, noteSight, type SessionRecord } from './sessions.repository.ts'

type Door = Pick<Platform, 'pool' | 'clock'>

/** Who holds a live session, or null. Being asked for keeps the session from idling out. */
export async function findSession(door: Door, token: string): Promise<{ cpfIndex: Buffer } | null> {
  const now = door.clock.now()
  const session = await peekSession(door, token)
  if (session && now.getTime() - session.lastSeenAt.getTime() >= SIGHT_GRAIN_MS) await noteSight(door.pool, session.tokenHash, now)
  return session
}

/** The same without a trace: the session idles on. */
export async function peekSession({ pool, clock }: Door, token: string): Promise<SessionRecord | null> {
  const session = await findSessionRow(pool, hashToken(token))
  return session && isAlive(session, clock.now()) ? session : null
}

/** Which of these tokens are of sessions that live. They idle on. */
export async function livingTokens({ pool, clock }: Door, tokens: readonly string[]): Promise<Set<string>> {
  const rows = await listSessionRows(pool, tokens.map(hashToken))
  const living = new Set(rows.filter((row) => isAlive(row, clock.now())).map(({ tokenHash }) => tokenHash.toString('hex')))
  return new Set(tokens.filter((token) => living.has(hashToken(token).toString('hex'))))
}
