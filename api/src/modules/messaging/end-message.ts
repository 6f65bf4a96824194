import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { setMessage, type MessageRecord } from './messages.repository.ts'
import { shownReason } from './shown-reason.ts'

/** Ends a message that reached nobody, with the reason. What was not wanted any more is no news. */
export async function endMessage(work: Work, message: MessageRecord, { status, reason }: { status: 'failed' | 'cancelled' | 'expired'; reason: string }): Promise<void> {
  await setMessage(work.tx, message, { status, reason, dueAt: null, endedAt: work.clock.now() })
  if (status !== 'cancelled') await tellOf(work, message, 'failed', { status, reason: shownReason(reason) })
}

/** Tells of a message: which one, by what and what for. No address, no word of it. */
export async function tellOf(work: Work, { creditorId, id, channel, purpose, templateKey }: MessageRecord, verb: 'sent' | 'delivered' | 'failed', data: Record<string, unknown> = {}): Promise<void> {
  const messageId = showId('message', id)
  await recordChange(work, { creditorId, type: `message.${verb}`, subject: messageId, data: { messageId, channel, purpose, templateKey, ...data } })
}
