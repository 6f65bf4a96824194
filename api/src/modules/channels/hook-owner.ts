import { timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../platform/platform.ts'
import { claimedCreditor, mailHook, openSecrets, type AccountSecrets } from './account-secrets.ts'
import { findAccounts, type ChannelAccountRecord } from './accounts.repository.ts'

export interface HookOwner {
  account: ChannelAccountRecord
  secrets: AccountSecrets
}

/** Whose account an address was given to the provider of; null where its secret is nobody's. Compared by keyed hashes, in constant time. */
export async function ownerOfHook({ keys, transact }: Pick<Platform, 'keys' | 'transact'>, hook: string): Promise<HookOwner | null> {
  const creditorId = claimedCreditor(hook)
  if (creditorId === null) return null
  const accounts = await transact({ kind: 'system' }, { creditorId }, ({ tx }) => findAccounts(tx, creditorId))
  const given = keys.mac('carrier-hook', hook)
  const owners = accounts.map((account) => ({ account, secrets: openSecrets(keys, account) }))
  return owners.find(({ secrets }) => timingSafeEqual(given, keys.mac('carrier-hook', secrets.hook))) ?? null
}

/** Whether an address is the one that mail servers bring bounces to. */
export function isMailHook({ keys }: Pick<Platform, 'keys'>, hook: string): boolean {
  return timingSafeEqual(keys.mac('carrier-hook', hook), keys.mac('carrier-hook', mailHook(keys)))
}
