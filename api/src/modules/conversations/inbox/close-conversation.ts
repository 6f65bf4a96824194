import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { setThread } from '../threads.repository.ts'
import { takeFor } from './take-conversation.ts'

/** The creditor's people are done: the machine answers again, and may ask anew who writes. One that is with the machine stays so. */
export async function closeConversation(work: Work, id: string, agent: string): Promise<void> {
  const thread = await takeFor(work, id, agent)
  if (thread.state !== 'waiting' && thread.state !== 'with_person') return
  await setThread(work.tx, { ...thread, state: 'idle', unknowns: 0, mistakes: 0, waitingSince: null, waitingFor: null, alarmedAt: null, claimedBy: null, claimedUntil: null })
  const data = { conversationId: showId('conversation', id) }
  await recordChange(work, { creditorId: thread.creditorId, type: 'conversation.closed', subject: data.conversationId, data })
}
