import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { ActResult, Turn } from '../turn.ts'

/** The thread waits for somebody of the creditor's, who are told why. */
export async function handOver(turn: Turn): Promise<ActResult> {
  await callPeople(turn)
  return null
}

/** Tells the creditor's systems that somebody of theirs is wanted, and what for. */
export async function callPeople({ work, thread, heard }: Turn): Promise<void> {
  thread.waitingFor = heard.event
  const data = { conversationId: showId('conversation', thread.id), waitingFor: heard.event, channel: thread.channel }
  await recordChange(work, { creditorId: thread.creditorId, type: 'conversation.waiting', subject: data.conversationId, data })
}
