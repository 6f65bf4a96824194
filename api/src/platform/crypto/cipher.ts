import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export interface VersionedKey {
  version: number
  key: Buffer
}

export interface Cipher {
  /** Seals text with AES-256-GCM: version, nonce, tag, ciphertext. Two seals of one text differ. */
  seal(text: string): Buffer
  /** Opens what `seal` made, by the key of its version; throws when a bit was changed. */
  open(sealed: Buffer): string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

export function createCipher(keys: readonly VersionedKey[]): Cipher {
  const byVersion = new Map(keys.map(({ version, key }) => [version, key]))
  const newest = Math.max(...byVersion.keys())
  return {
    seal: (text) => seal(text, newest, keyOf(byVersion, newest)),
    open: (sealed) => open(sealed, keyOf(byVersion, sealed[0] ?? -1)),
  }
}

function seal(text: string, version: number, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), ciphertext])
}

function open(sealed: Buffer, key: Buffer): string {
  const tagStart = 1 + NONCE_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, tagStart))
  decipher.setAuthTag(sealed.subarray(tagStart, tagStart + TAG_BYTES))
  return decipher.update(sealed.subarray(tagStart + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}

function keyOf(keys: Map<number, Buffer>, version: number): Buffer {
  const key = keys.get(version)
  if (!key) throw new Error(`no encryption key of version ${version}`)
  return key
}
