import { createHash } from 'node:crypto'
import type { Keys } from '../../../platform/crypto/keys.ts'
import type { Outgoing } from '../../channels/index.ts'
import type { AttemptRecord } from './attempts.repository.ts'

/** What goes to whatever address. */
export type SentContent = Omit<Outgoing, 'attemptId' | 'to'>

/** What was sent, word for word: sealed, with the SHA-256 of its bytes. */
export function sealContent(keys: Keys, content: SentContent): Pick<AttemptRecord, 'contentSealed' | 'contentSha256'> {
  const words = JSON.stringify(content)
  return { contentSealed: keys.seal(words), contentSha256: createHash('sha256').update(words).digest() }
}

/** The words of an attempt. */
export function openContent(keys: Keys, { contentSealed }: Pick<AttemptRecord, 'contentSealed'>): SentContent {
  return JSON.parse(keys.open(contentSealed)) as SentContent
}
