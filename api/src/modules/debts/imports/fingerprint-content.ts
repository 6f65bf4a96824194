import { createHash } from 'node:crypto'

export interface FingerprintedContent {
  content: AsyncGenerator<Buffer>
  /** SHA-256 of all that has passed, in hexadecimal. Ask once the content has come to its end. */
  digest(): string
}

/** Lets a stream pass and hashes it on its way, in constant memory. */
export function fingerprintContent(source: AsyncIterable<Buffer>): FingerprintedContent {
  const hash = createHash('sha256')
  async function* pass(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk
    }
  }
  return { content: pass(), digest: () => hash.digest('hex') }
}
