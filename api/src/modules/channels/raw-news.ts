import type { Keys } from '../../platform/crypto/keys.ts'

/** What came, to the byte, and the address that it came to. */
export interface RawNews {
  url: string
  bytes: Buffer
}

export function sealRaw(keys: Pick<Keys, 'seal'>, { url, bytes }: RawNews): Buffer {
  return keys.seal(JSON.stringify({ url, body: bytes.toString('base64') }))
}

export function openRaw(keys: Pick<Keys, 'open'>, sealed: Buffer): RawNews {
  const { url, body } = JSON.parse(keys.open(sealed)) as { url: string; body: string }
  return { url, bytes: Buffer.from(body, 'base64') }
}
