import type { Channel, Receipt } from '../../channels/index.ts'
import type { Work } from '../../../platform/work.ts'
import { refuseByCarrier } from '../choices/refuse-by-carrier.ts'
import { refuseByComplaint } from '../choices/refuse-by-complaint.ts'
import { tellOf } from '../end-message.ts'
import { lockMessage, setMessage, type MessageRecord } from '../messages.repository.ts'
import { markUnreachable } from '../sending/mark-unreachable.ts'
import { findAttempt, findAttemptByProvider, setAttempt, type AttemptRecord } from '../sending/attempts.repository.ts'
import { goOn } from '../sending/record-outcome.ts'
import { insertReceipt } from './receipts.repository.ts'
import { bringsForward, mayGoOn } from './receipts.rules.ts'

/**
 * Takes what a carrier told of a creditor's messages, each once, in the transaction that read its news. What is told of no attempt
 * of ours is somebody else's. `newsId` names the raw form.
 */
export async function takeReceipts(work: Work, { creditorId, newsId, channel, receipts }: { creditorId: string; newsId: string; channel: Channel; receipts: readonly Receipt[] }): Promise<void> {
  for (const receipt of receipts) {
    const attempt = await attemptOf(work, creditorId, receipt)
    // A carrier of one channel knows nothing of what went by another.
    if (attempt?.channel === channel) await take(work, attempt, { ...receipt, newsId })
  }
}

async function attemptOf({ tx }: Work, creditorId: string, { attemptId, providerMessageId }: Receipt): Promise<AttemptRecord | null> {
  const named = attemptId === undefined ? null : await findAttempt(tx, creditorId, attemptId)
  return named ?? findAttemptByProvider(tx, creditorId, providerMessageId)
}

// Under the message's lock, and the attempt is read anew there: an answer of the carrier may be written down at the same moment.
async function take(work: Work, { creditorId, id, messageId }: AttemptRecord, receipt: Receipt & { newsId: string }): Promise<void> {
  const message = (await lockMessage(work.tx, { creditorId, id: messageId }))!
  const attempt = (await findAttempt(work.tx, creditorId, id))!
  const { kind, at, newsId } = receipt
  const isNew = await insertReceipt(work.tx, { creditorId, id: work.newId(), messageId, attemptId: id, kind, reason: receipt.reason ?? null, newsId, at, createdAt: work.clock.now() })
  if (!isNew) return
  if (kind === 'complained') return complain(work, attempt)
  if (kind === 'bounced' || kind === 'failed') return miss(work, message, attempt, { reason: receipt.reason ?? kind, isAddress: kind === 'bounced' })
  await arrive(work, message, attempt, { ...receipt, kind })
}

async function arrive(work: Work, message: MessageRecord, attempt: AttemptRecord, { kind, at, providerMessageId }: Omit<Receipt, 'kind'> & { kind: 'sent' | 'delivered' | 'read' }): Promise<void> {
  if (attempt.status === 'sending' || attempt.status === 'in_doubt') await setAttempt(work.tx, attempt, { status: 'accepted', providerMessageId, endedAt: work.clock.now() })
  if (!bringsForward(message.status, kind)) return
  const arrived = { deliveredAt: kind === 'sent' ? null : (message.deliveredAt ?? at), readAt: kind === 'read' ? at : null }
  await setMessage(work.tx, message, { status: kind, channel: attempt.channel, sentAt: message.sentAt ?? at, ...arrived, dueAt: null, endedAt: null, reason: null })
  await tellArrival(work, { ...message, channel: attempt.channel }, kind)
}

async function tellArrival(work: Work, message: MessageRecord, kind: 'sent' | 'delivered' | 'read'): Promise<void> {
  if (message.sentAt === null) await tellOf(work, message, 'sent')
  if (kind !== 'sent' && message.deliveredAt === null) await tellOf(work, message, 'delivered')
}

// Known not to have arrived: the message goes on by its next channel, unless somebody has received it.
async function miss(work: Work, message: MessageRecord, attempt: AttemptRecord, { reason, isAddress }: { reason: string; isAddress: boolean }): Promise<void> {
  if (attempt.status === 'refused' || attempt.status === 'not_sent' || attempt.status === 'bounced') return
  await setAttempt(work.tx, attempt, { status: 'bounced', counts: false, reason, endedAt: work.clock.now() })
  if (isAddress) await markUnreachable(work, attempt, reason)
  await refuseByCarrier(work, message, attempt, reason)
  if (mayGoOn(message.status) && message.channel === attempt.channel) await goOn(work, message, { channel: attempt.channel, reason, isAddress })
}

// Who calls a message spam wants no more by that channel, of anybody.
async function complain(work: Work, attempt: AttemptRecord): Promise<void> {
  await markUnreachable(work, attempt, 'complained')
  await refuseByComplaint(work, attempt)
}
