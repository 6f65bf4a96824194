import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { Work } from '../../../platform/work.ts'
import type { Carrier, OpenCarrier, Outgoing, SendOutcome } from '../../channels/index.ts'
import { setMessage, type MessageRecord } from '../messages.repository.ts'
import type { Address } from '../reach/address.ts'
import { insertAttempt } from './attempts.repository.ts'
import { sealContent, type SentContent } from './evidence.ts'
import { linesOf, reserveLine } from './lines.repository.ts'
import type { OpenCarriers, SendingDesk } from './sending-desk.ts'
import { LEASE_MS } from './sending.rules.ts'

/** A call that is written down and may now be made: to send, or to ask what became of an earlier one. */
export interface ReadyAttempt {
  carrier: Carrier
  outgoing: Outgoing
  /** Its place on the line. */
  sendAt: Date
  isLookUp: boolean
}

/** What a step of sending has at hand. */
export interface Step {
  desk: SendingDesk
  message: MessageRecord
  carriers: OpenCarriers
}

/** What became of a call: `not_made` by us, or `not_there` where the carrier was asked and knows nothing of it. */
export type CallOutcome = SendOutcome | { kind: 'not_made' } | { kind: 'not_there' }

const SECOND_MS = 1_000

/** A place on the line; where none is free soon the message waits for one, and null comes back. */
export async function placeOn(work: Work, message: MessageRecord, { line, ratePerSecond }: OpenCarrier): Promise<Date | null> {
  const now = work.clock.now()
  const place = await reserveLine(work.tx, { line, ratePerSecond }, now)
  if (place) return place
  const found = (await linesOf(work.tx, [line])).get(line)!
  const soonest = [now.getTime() + SECOND_MS, found.nextSlot.getTime(), found.closedUntil?.getTime() ?? 0]
  await setMessage(work.tx, message, { dueAt: new Date(Math.max(...soonest)) })
  return null
}

/** Writes an attempt down, with its words as evidence, and the message as being sent: from here on it is in doubt until somebody knows. */
export async function begin(work: Work, { message, carriers }: Step, { channel, address, content, sendAt, code }: { channel: Channel; address: Address; content: SentContent; sendAt: Date; code: string | null }): Promise<ReadyAttempt> {
  const { carrier, line } = carriers.get(channel)!
  const attemptId = work.newId()
  const { creditorId, cpfIndex } = message
  await insertAttempt(work.tx, {
    creditorId, id: attemptId, messageId: message.id, cpfIndex, channel, line, addressIndex: address.index, addressSealed: work.keys.seal(address.value),
    ...sealContent(work.keys, content), status: 'sending', counts: true, providerMessageId: null, reason: null, startedAt: sendAt, endedAt: null,
  })
  await setMessage(work.tx, message, { status: 'sending', channel, tries: message.tries + 1, dueAt: new Date(sendAt.getTime() + LEASE_MS), code })
  return { carrier, outgoing: { ...content, to: address.value, attemptId }, sendAt, isLookUp: false }
}
