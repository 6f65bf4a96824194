import type { Platform } from '../../platform/platform.ts'
import { isAlive, SIGHT_GRAIN_MS } from './identity.rules.ts'
import { hashToken } from './session-token.ts'
import { findSessionRow, noteSight } from './sessions.repository.ts'

/** Who holds a live session, or null. Being asked for keeps the session from idling out. */
export async function findSession({ pool, clock }: Pick<Platform, 'pool' | 'clock'>, token: string): Promise<{ cpfIndex: Buffer } | null> {
  const now = clock.now()
  const session = await findSessionRow(pool, hashToken(token))
  if (!session || !isAlive(session, now)) return null
  if (now.getTime() - session.lastSeenAt.getTime() >= SIGHT_GRAIN_MS) await noteSight(pool, session.tokenHash, now)
  return { cpfIndex: session.cpfIndex }
}
