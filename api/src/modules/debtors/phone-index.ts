import type { Keys } from '../../platform/crypto/keys.ts'

/** The look-up index of a phone number, E.164: a keyed hash, as a CPF's is. */
export function phoneIndexOf(keys: Pick<Keys, 'mac'>, phone: string): Buffer {
  return keys.mac('phone', phone)
}
