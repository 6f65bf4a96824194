import type { Work } from '../../platform/work.ts'
import type { MessageDraft } from './message-draft.ts'
import { insertMessages } from './messages.repository.ts'

/**
 * Puts messages into the outbox in the caller's transaction, thousands at once; one whose step is known stays as it is. The
 * transaction must see their creditor. Each is looked at from its `notBefore` on.
 */
export async function queueMessages(work: Work, drafts: readonly MessageDraft[]): Promise<{ queued: number; known: number }> {
  if (drafts.length === 0) return { queued: 0, known: 0 }
  const createdAt = work.clock.now()
  const queued = await insertMessages(work.tx, drafts.map((draft) => ({ ...draft, id: work.newId(), valuesSealed: work.keys.seal(JSON.stringify(draft.values)), createdAt })))
  return { queued, known: drafts.length - queued }
}
