import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../platform/crypto/keys.ts'

export type TokenUse = 'message-link' | 'unsubscribe'

const CODE_LETTERS = 8
const MAC_LETTERS = 10
const TOKEN = new RegExp(`^([2-9A-HJKMNP-Z]{${CODE_LETTERS}})([\\w-]{${MAC_LETTERS}})$`)

/** A message's code in an address, signed for one use by 60 bits: short enough for an SMS, and no use for another one. */
export function tokenOf(keys: Keys, use: TokenUse, code: string): string {
  return code + macOf(keys, use, code)
}

/** The code in a token; null where it was not signed here for this use. */
export function readToken(keys: Keys, use: TokenUse, token: string): string | null {
  const [, code, mac] = TOKEN.exec(token) ?? []
  if (code === undefined || mac === undefined) return null
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(keys, use, code))) ? code : null
}

/** "7QKD-M2XR" for 7QKDM2XR. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

function macOf(keys: Keys, use: TokenUse, code: string): string {
  return keys.mac(use, code).toString('base64url').slice(0, MAC_LETTERS)
}
