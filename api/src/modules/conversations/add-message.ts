import type { Work } from '../../platform/work.ts'
import { insertMessage, type MessageRecord } from './messages.repository.ts'
import type { ThreadRecord } from './threads.repository.ts'

interface NewMessage extends Pick<MessageRecord, 'author'> {
  text: string
  agent?: string
  providerMessageId?: string
  heard?: string
}

/**
 * Puts a message at the end of a thread whose lock the caller holds, and has it sent where it is not the person's own. The caller
 * keeps the thread (`setThread`).
 */
export async function addMessage(work: Work, thread: ThreadRecord, { author, text, agent, providerMessageId, heard }: NewMessage): Promise<void> {
  thread.lastPosition += 1
  const now = work.clock.now()
  const { creditorId, id: conversationId, channel, accountId, lastPosition: position } = thread
  await insertMessage(work.tx, {
    creditorId, conversationId, position, id: work.newId(), author, agent: agent ?? null, channel, accountId, providerMessageId: providerMessageId ?? null, heard: heard ?? null,
    textSealed: work.keys.seal(text), status: author === 'person' ? 'received' : 'planned', createdAt: now, changedAt: now,
  })
  if (author !== 'person') await work.jobs.send(work.tx, 'send-replies', { creditorId, conversationId })
}
