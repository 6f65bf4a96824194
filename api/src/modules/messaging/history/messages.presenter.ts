import type { Message, MessageWhole, SentWords } from '@repactua/shared/contract/messages.ts'
import { showId } from '../../../platform/ids.ts'
import { showCode } from '../message-code.ts'
import { shownReason } from '../shown-reason.ts'
import type { ReceiptRecord } from './history.repository.ts'
import type { ListedMessage } from './list-messages.ts'
import type { MessageEvidence, ShownAttempt } from './read-message.ts'

export function presentMessage(message: ListedMessage): Message {
  const { id, debtorId, debtExternalIds, purpose, templateKey, rulerId, step, arm, status, channel, channels, reason, code } = message
  return {
    id: showId('message', id), debtorId: showId('debtor', debtorId), debtExternalIds, purpose, templateKey,
    ruler: rulerId === null || step === null ? null : { id: showId('ruler', rulerId), step, arm },
    status, channel, channels, reason: reason && shownReason(reason), code: code && showCode(code),
    notBefore: message.notBefore.toISOString(), notAfter: message.notAfter.toISOString(), createdAt: message.createdAt.toISOString(),
    sentAt: shown(message.sentAt), deliveredAt: shown(message.deliveredAt), readAt: shown(message.readAt), endedAt: shown(message.endedAt),
  }
}

export function presentWhole({ message, attempts }: MessageEvidence): MessageWhole {
  return { ...presentMessage(message), attempts: attempts.map(presentAttempt) }
}

function presentAttempt({ id, channel, addressMasked, status, reason, startedAt, endedAt, providerMessageId, contentSha256, words, receipts }: ShownAttempt): MessageWhole['attempts'][number] {
  return {
    id: showId('attempt', id), channel, addressMasked, status, reason, startedAt: startedAt.toISOString(), endedAt: shown(endedAt), providerMessageId,
    sha256: contentSha256.toString('hex'), words: words as SentWords, receipts: receipts.map(presentReceipt),
  }
}

function presentReceipt({ id, kind, reason, at, createdAt, newsId }: ReceiptRecord): MessageWhole['attempts'][number]['receipts'][number] {
  return { id: showId('receipt', id), kind, reason, at: at.toISOString(), createdAt: createdAt.toISOString(), newsId: newsId && showId('news', newsId) }
}

function shown(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}
