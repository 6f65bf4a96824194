import type { ClientBase } from 'pg'
import type { Keys } from '@repactua/api/platform/crypto/keys.ts'
import { INVARIANTS } from './invariants.ts'
import type { Found, Invariant } from './invariant.ts'

/** What became of one invariant; `found` is null where it could not be looked at without the keys. */
export interface Verdict {
  invariant: Invariant
  found: Found | null
}

/**
 * Looks at every invariant, in the transaction that is open on the client. Refuses an account that row-level security binds:
 * it would see nothing, and find nothing.
 */
export async function verifyRows(client: ClientBase, keys: Keys | null): Promise<Verdict[]> {
  const { rows } = await client.query<{ blind: boolean }>("select row_security_active('agreements') as blind")
  if (rows[0]?.blind) throw new Error('This account sees no rows. Use the owner of the tables, or a role that bypasses row-level security.')
  const verdicts: Verdict[] = []
  for (const invariant of INVARIANTS) verdicts.push({ invariant, found: await look(client, keys, invariant) })
  return verdicts
}

async function look(client: ClientBase, keys: Keys | null, invariant: Invariant): Promise<Found | null> {
  if ('find' in invariant) return invariant.find(client)
  return keys && invariant.findWithKeys(client, keys)
}
