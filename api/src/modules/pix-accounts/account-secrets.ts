import type { PixAccountInput } from '@repactua/shared/contract/pix-accounts.ts'
import { newSecret } from '../../platform/crypto/secrets.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PixAccountRecord } from './pix-accounts.repository.ts'

/** What nobody but the bank and this installation knows of an account. */
export interface AccountSecrets extends Pick<PixAccountInput, 'clientSecret' | 'certificate' | 'privateKey' | 'bankCertificates'> {
  /** The last part of the address that the bank brings its news to. */
  hook: string
}

const UUID_HEX = 32

export function sealSecrets(keys: Pick<Keys, 'seal'>, secrets: AccountSecrets): Buffer {
  return keys.seal(JSON.stringify(secrets))
}

export function openSecrets(keys: Pick<Keys, 'open'>, { secretsSealed }: Pick<PixAccountRecord, 'secretsSealed'>): AccountSecrets {
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
