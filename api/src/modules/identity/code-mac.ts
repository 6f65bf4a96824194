import type { Keys } from '../../platform/crypto/keys.ts'

/** The keyed hash under which a code is kept: bound to its challenge, so that it opens no other. */
export function codeMac(keys: Pick<Keys, 'mac'>, challengeId: string, code: string): Buffer {
  return keys.mac('code', `${challengeId}:${code}`)
}
