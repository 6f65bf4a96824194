import type { Platform } from '../platform.ts'

const KEPT_DAYS = 30

// What proves a signature stays; a code or a session that has long ended proves nothing and is no longer needed (LGPD 15, 16).
const STATEMENTS = [
  'delete from idempotency_keys where created_at < $1',
  "delete from challenges where created_at < $1 and purpose = 'sign_in'",
  'delete from sessions where expires_at < $1',
]

/** Forgets answers kept for replay, sign-in codes and sessions that ended, thirty days after. */
export async function purgeExpired({ bulkPool, clock }: Pick<Platform, 'bulkPool' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000)
  for (const statement of STATEMENTS) await bulkPool.query(statement, [before])
}
