import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import { keepWish } from '../wishes.repository.ts'
import type { ActResult, Turn } from '../turn.ts'

/** By what a number is reached. */
const BY_PHONE = ['sms', 'whatsapp', 'voice']

/** Nothing more by this channel, to anybody with this number: whoever of them it was that wrote. */
export async function optOut(turn: Turn): Promise<ActResult> {
  await stop(turn, [turn.thread.channel])
  return null
}

/** The number is somebody else's: nothing more goes to it for these people, by whatever channel, and the creditor corrects it. */
export async function stopAddress(turn: Turn): Promise<ActResult> {
  await stop(turn, BY_PHONE)
  return null
}

async function stop({ work, thread, people, heard }: Turn, channels: readonly string[]): Promise<void> {
  for (const { creditorId, cpfIndex } of people) {
    for (const channel of channels) await keepWish(work, { creditorId, cpfIndex, channel, purpose: null, source: 'reply', until: null })
  }
  Object.assign(thread, { identifiedDebtorId: null, identifiedUntil: null, pending: null })
  const data = { conversationId: showId('conversation', thread.id), channels, reason: heard.event, debtorIds: people.map(({ id }) => showId('debtor', id)) }
  await recordChange(work, { creditorId: thread.creditorId, type: 'contact.stopped', subject: data.conversationId, data })
}
