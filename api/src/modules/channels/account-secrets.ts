import { newSecret } from '../../platform/crypto/secrets.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { ChannelAccountRecord } from './accounts.repository.ts'

/** What nobody but the provider and this installation knows of an account. */
export interface AccountSecrets {
  /** The last part of the address that the provider brings its news to. */
  hook: string
  /** Signs our calls in. Empty where nobody asks for it. */
  key: string
  /** What the provider signs its news by. */
  signing: string
  /** What it proves a subscription by, where it does. */
  verify: string
}

const UUID_HEX = 32
/** Whose hook is nobody's: the installation's own. */
export const INSTALLATION_HOOK = '0'.repeat(UUID_HEX)

export function sealSecrets(keys: Pick<Keys, 'seal'>, secrets: AccountSecrets): Buffer {
  return keys.seal(JSON.stringify(secrets))
}

export function openSecrets(keys: Pick<Keys, 'open'>, { secretsSealed }: Pick<ChannelAccountRecord, 'secretsSealed'>): AccountSecrets {
  return JSON.parse(keys.open(secretsSealed)) as AccountSecrets
}

/** A secret end of an address: whose it is, then 256 random bits. */
export function newHook(creditorId: string): string {
  return creditorId.replaceAll('-', '') + newSecret()
}

/** The creditor whose address a hook claims to be of, or null where it is none. It proves nothing. */
export function claimedCreditor(hook: string): string | null {
  const hex = hook.slice(0, UUID_HEX)
  return /^[0-9a-f]{32}$/.test(hex) ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
}

/** Where a mail server brings bounces and complaints of the whole installation. */
export function mailHook(keys: Pick<Keys, 'mac'>): string {
  return INSTALLATION_HOOK + keys.mac('mail-hook', 'installation').toString('base64url')
}
