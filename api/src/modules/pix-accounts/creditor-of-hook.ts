import { timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../platform/platform.ts'
import { claimedCreditor, openSecrets } from './account-secrets.ts'
import { findPixAccount } from './pix-accounts.repository.ts'

/** Whose bank an address was given to; null where its secret is nobody's. Compared by keyed hashes, in constant time. */
export async function creditorOfHook({ keys, transact }: Pick<Platform, 'keys' | 'transact'>, hook: string): Promise<string | null> {
  const creditorId = claimedCreditor(hook)
  if (creditorId === null) return null
  const account = await transact({ kind: 'system' }, { creditorId }, ({ tx }) => findPixAccount(tx, creditorId))
  const right = account ? openSecrets(keys, account).hook : ''
  return timingSafeEqual(keys.mac('pix-hook', hook), keys.mac('pix-hook', right)) ? creditorId : null
}
