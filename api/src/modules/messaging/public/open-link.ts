import type { MessageLink } from '@repactua/shared/contract/message-checks.ts'
import type { Work } from '../../../platform/work.ts'
import { findByCode } from './codes.repository.ts'

export const UNKNOWN_LINK: MessageLink = { state: 'unknown', next: null }

/** Where the link of a message leads. The transaction's scope is its code. */
export async function openLink(work: Work, code: string): Promise<MessageLink> {
  const message = await findByCode(work.tx, code)
  if (!message) return UNKNOWN_LINK
  return message.linkUntil > work.clock.now() ? { state: 'valid', next: message.next } : { state: 'expired', next: null }
}
