import { createHash } from 'node:crypto'

/** What the database keeps of a session's token. The token is 256 random bits, so no key is needed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
