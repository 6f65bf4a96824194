import type { Keys } from '../../platform/crypto/keys.ts'
import type { Platform } from '../../platform/platform.ts'
import { findCardAccount } from './accounts.repository.ts'
import type { CardGateway } from './card-gateway.ts'
import { createStripeGateway } from './stripe/stripe-gateway.ts'

interface Secrets {
  secretKey: string
  webhookSecret: string
}

export function sealSecrets(keys: Pick<Keys, 'seal'>, secrets: Secrets): Buffer {
  return keys.seal(JSON.stringify(secrets))
}

/** A creditor's provider, or null where it takes no cards. Reads in a transaction of its own: none is open while a provider is asked. */
export async function openGateway({ transact, keys, allowsPrivateAddresses: allowsPrivate }: Pick<Platform, 'transact' | 'keys' | 'allowsPrivateAddresses'>, creditorId: string): Promise<CardGateway | null> {
  const account = await transact({ kind: 'system' }, { creditorId }, ({ tx }) => findCardAccount(tx, creditorId))
  if (!account) return null
  const secrets = JSON.parse(keys.open(account.secretsSealed)) as Secrets
  return createStripeGateway({ baseUrl: account.baseUrl, ...secrets, allowsPrivate })
}
