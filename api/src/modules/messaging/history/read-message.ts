import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findDebtor } from '../../debtors/index.ts'
import { maskEmail, maskPhone } from '../choices/mask-address.ts'
import { tokenOf } from '../message-code.ts'
import { findMessages, type MessageRecord } from '../messages.repository.ts'
import { addressOf } from '../reach/address.ts'
import { attemptsOf, type AttemptRecord } from '../sending/attempts.repository.ts'
import { openContent, type SentContent } from '../sending/evidence.ts'
import { receiptsOf, type ReceiptRecord } from './history.repository.ts'
import { withDebts, type ListedMessage } from './list-messages.ts'

const SIGNATURE = '••••••••••'

/** One call of a carrier, opened for the creditor whose message it was. */
export type ShownAttempt = Pick<AttemptRecord, 'id' | 'channel' | 'status' | 'reason' | 'startedAt' | 'endedAt' | 'providerMessageId' | 'contentSha256'> & {
  addressMasked: string | null
  words: SentContent['content']
  receipts: ReceiptRecord[]
}

/** A message with the evidence of its attempts, the first one first. */
export interface MessageEvidence {
  message: ListedMessage
  attempts: ShownAttempt[]
}

/** A message of the acting creditor, word for word, and what carriers told of it. */
export async function readMessage(work: Work, id: string): Promise<MessageEvidence> {
  const [message] = await withDebts(work, await findMessages(work.tx, creditorOf(work), [id]))
  if (!message) throw new AppError('not_found')
  const [attempts, receipts] = [await attemptsOf(work.tx, message), await receiptsOf(work.tx, message)]
  const own = await ownAddressesOf(work, message)
  return {
    message,
    attempts: attempts.toReversed().map((attempt) => ({
      ...attempt, addressMasked: maskedOf(work, message, attempt, own), words: wordsOf(work, message, attempt), receipts: receipts.filter(({ attemptId }) => attemptId === attempt.id),
    })),
  }
}

async function ownAddressesOf(work: Work, { creditorId, debtorId }: MessageRecord): Promise<Set<string>> {
  const { email, phone } = (await findDebtor(work, creditorId, debtorId))!
  const known = [...(email === null ? [] : [addressOf(work.keys, 'email', email)]), ...(phone === null ? [] : [addressOf(work.keys, 'sms', phone)])]
  return new Set(known.map(({ index }) => index.toString('hex')))
}

// Collection goes only where the creditor itself has the address on file; other messages may go where others know it (decision 35).
function maskedOf({ keys }: Work, { purpose }: MessageRecord, { channel, addressIndex, addressSealed }: AttemptRecord, own: ReadonlySet<string>): string | null {
  if (channel === 'push' || (purpose !== 'collection' && !own.has(addressIndex.toString('hex')))) return null
  return channel === 'email' ? maskEmail(keys.open(addressSealed)) : maskPhone(keys.open(addressSealed))
}

// Whoever holds the signed ends of a message acts for the person: the creditor reads where they stood, and not what they were.
function wordsOf({ keys }: Work, { code }: MessageRecord, { contentSealed }: AttemptRecord): SentContent['content'] {
  const { content } = openContent(keys, { contentSealed })
  if (code === null) return content
  const hidden = (['message-link', 'unsubscribe'] as const).reduce((text, use) => text.replaceAll(tokenOf(keys, use, code), code + SIGNATURE), JSON.stringify(content))
  return JSON.parse(hidden) as SentContent['content']
}
