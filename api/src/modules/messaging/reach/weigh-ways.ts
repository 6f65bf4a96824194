import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { mayContact } from '../../../core/contact/may-contact.ts'
import type { ContactQuestion, PastContact } from '../../../core/contact/types.ts'
import type { Work } from '../../../platform/work.ts'
import type { MessageRecord } from '../messages.repository.ts'
import type { OpenCarriers } from '../sending/sending-desk.ts'
import { linesOf } from '../sending/lines.repository.ts'
import type { Way } from '../sending/sending.rules.ts'
import type { Address } from './address.ts'
import type { Addressee } from './find-addressee.ts'
import { contactsBefore, lockContact, standingChoices, type PastRow } from './reach.repository.ts'

const DAYS_BACK_MS = 8 * 86_400_000
const UP = { downSince: null, closedUntil: null }

/** How each channel stands for a message, under the locks of its person and addresses. Only channels that lead somewhere are among them. */
export async function weighWays(work: Work, { message, addressee, channels, carriers }: { message: MessageRecord; addressee: Addressee; channels: readonly Channel[]; carriers: OpenCarriers }): Promise<Way[]> {
  const { tx } = work
  const now = work.clock.now()
  const indexes = [...addressee.addresses.values()].map(({ index }) => index)
  await lockContact(tx, message.cpfIndex, indexes)
  const past = await contactsBefore(tx, { cpfIndexes: [message.cpfIndex], addressIndexes: indexes, since: new Date(now.getTime() - DAYS_BACK_MS) })
  const choices = (await standingChoices(tx, [message.cpfIndex], now)).get(message.cpfIndex.toString('hex')) ?? []
  const { state, city, blocked } = addressee
  const common: Omit<ContactQuestion, 'channel' | 'sentBefore'> = { purpose: message.purpose, state, city, now, choices, blocked }
  const lines = await linesOf(tx, [...carriers.values()].map(({ line }) => line))
  return channels.flatMap((channel) => {
    const [address, carrier] = [addressee.addresses.get(channel), carriers.get(channel)]
    if (!address || !carrier) return []
    return [{ channel, answer: mayContact({ ...common, channel, sentBefore: past.map((row) => seenFrom(message, address, row, now)) }), line: lines.get(carrier.line) ?? UP }]
  })
}

// What has its place on a line and goes in a moment counts as if it had gone.
function seenFrom({ debtIds }: MessageRecord, address: Address, row: PastRow, now: Date): PastContact {
  const { channel, purpose } = row
  const at = row.at > now ? now : row.at
  return { at, channel, purpose, samePerson: row.cpfIndex !== null, sameAddress: row.addressIndex?.equals(address.index) ?? false, sameDebt: row.debtIds?.some((id) => debtIds.includes(id)) ?? false }
}
