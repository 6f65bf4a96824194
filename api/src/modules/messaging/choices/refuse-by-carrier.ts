import { recordChange } from '../../../platform/audit/record-change.ts'
import { enterPerson } from '../../../platform/db/transaction.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { UNSUBSCRIBED } from '../../channels/index.ts'
import type { MessageRecord } from '../messages.repository.ts'
import type { AttemptRecord } from '../sending/attempts.repository.ts'
import { insertChoices, standingChoicesOf } from './choices.repository.ts'

/**
 * A carrier refused a message because the person has told the sender to stop there (STOP by SMS, the button in WhatsApp): from now
 * on that channel is closed to this creditor, whatever the purpose. It is a `reply` and no `complaint`: the person spoke to this one
 * sender, in its own thread, and not to their provider of whoever writes. Any other reason changes nothing; told twice it is once.
 */
export async function refuseByCarrier(work: Work, { creditorId, debtorId, cpfIndex }: MessageRecord, { channel }: Pick<AttemptRecord, 'channel'>, reason: string): Promise<void> {
  if (reason !== UNSUBSCRIBED) return
  await enterPerson(work.tx, cpfIndex)
  const wishes = await standingChoicesOf(work.tx, cpfIndex, work.clock.now())
  if (wishes.some((wish) => wish.creditorId === creditorId && wish.wish === 'stop' && wish.until === null && (wish.channel ?? channel) === channel && wish.purpose === null)) return
  await insertChoices(work.tx, [{ creditorId, id: work.newId(), cpfIndex, wish: 'stop', channel, purpose: null, source: 'reply', until: null, createdAt: work.clock.now(), endedAt: null }])
  await recordChange(work, { creditorId, type: 'contact.chosen', subject: showId('debtor', debtorId), data: { channel, wish: 'stop', source: 'reply' } })
}
