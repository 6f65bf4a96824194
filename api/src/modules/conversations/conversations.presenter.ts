import type { Conversation, ConversationMessage, ConversationWhole, PromiseOfPayment } from '@repactua/shared/contract/conversations.ts'
import { formatPhone } from '@repactua/shared/br/phone.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { showId } from '../../platform/ids.ts'
import type { ThreadView } from './inbox/list-conversations.ts'
import type { MessageRecord } from './messages.repository.ts'
import type { PromiseRecord } from './promises/promises.repository.ts'
import { mayWriteUntil } from './window.ts'

export function presentThread({ thread, address, debtorIds }: ThreadView): Conversation {
  const { id, channel, state, waitingFor, waitingSince, alarmedAt, identifiedDebtorId, claimedBy, heardAt, createdAt } = thread
  return {
    id: showId('conversation', id),
    channel,
    addressMasked: formatPhone(address).replace(/\d(?=\d*-)/g, '*'),
    status: state === 'waiting' || state === 'with_person' ? state : 'automatic',
    waitingFor,
    waitingSince: waitingSince?.toISOString() ?? null,
    overdue: alarmedAt !== null,
    identifiedDebtorId: identifiedDebtorId && showId('debtor', identifiedDebtorId),
    debtorIds: debtorIds.map((debtorId) => showId('debtor', debtorId)),
    claimedBy,
    mayWriteUntil: mayWriteUntil(thread)?.toISOString() ?? null,
    heardAt: heardAt.toISOString(),
    createdAt: createdAt.toISOString(),
  }
}

export function presentWhole(view: ThreadView & { messages: readonly MessageRecord[] }, keys: Pick<Keys, 'open'>): ConversationWhole {
  return { ...presentThread(view), messages: view.messages.map((message) => presentMessage(message, keys)) }
}

function presentMessage({ author, agent, textSealed, heard, status, createdAt }: MessageRecord, keys: Pick<Keys, 'open'>): ConversationMessage {
  return { author, agent, text: keys.open(textSealed), heard, status, at: createdAt.toISOString() }
}

export function presentPromise({ id, debtorId, conversationId, promisedOn, status, createdAt, endedAt }: PromiseRecord): PromiseOfPayment {
  return {
    id: showId('promise', id), debtorId: showId('debtor', debtorId), conversationId: showId('conversation', conversationId), promisedOn, status,
    createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null,
  }
}
