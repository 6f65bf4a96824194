import type { Unsubscription } from '@repactua/shared/contract/message-checks.ts'
import type { Channel, Purpose } from '@repactua/shared/contract/messaging.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { enterCreditor, enterPerson } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findCreditor } from '../../creditors/index.ts'
import { endChoices, insertChoices, standingChoicesOf, type ContactChoiceRow } from '../choices/choices.repository.ts'
import { cellsOf, planChoice } from '../choices/choices.rules.ts'
import { findByCode } from './codes.repository.ts'

/** What the way out of a message would stop, or has. The transaction's scope is the message's code. */
export async function readUnsubscription(work: Work, code: string): Promise<Unsubscription> {
  return present(work, await wayOutOf(work, code))
}

/** Takes the way out: from now on this creditor writes no more to this person, by this channel and for this purpose. Twice is once. */
export async function unsubscribe(work: Work, code: string): Promise<Unsubscription> {
  const way = await wayOutOf(work, code)
  const { creditorId, channel, purpose, taken } = way
  const { begins } = planChoice(way.wishes.filter(({ until }) => until === null), { channel, purpose, allowed: false })
  const byOthers = taken.filter(({ messageId }) => messageId !== null && messageId !== way.id)
  if (begins.length > 0) {
    await begin(work, way, way.id)
    await recordChange(work, { creditorId, type: 'contact.unsubscribed', subject: showId('message', way.id), data: { channel, purpose } })
  }
  if (byOthers.length > 0) {
    // Two have said so: neither takes it back for the other.
    await endChoices(work.tx, byOthers.map(({ id }) => id), work.clock.now())
    await begin(work, way, null)
  }
  return present(work, await wayOutOf(work, code))
}

async function begin(work: Work, { creditorId, cpfIndex, channel, purpose }: WayOut, messageId: string | null): Promise<void> {
  await insertChoices(work.tx, [{ creditorId, id: work.newId(), cpfIndex, wish: 'stop', channel, purpose, source: 'unsubscribe', messageId, createdAt: work.clock.now() }])
}

/** Takes that back, as far as this message said it. What the person chose elsewhere, or by another message, stays as it is. */
export async function resubscribe(work: Work, code: string): Promise<Unsubscription> {
  const { id, creditorId, channel, purpose, taken } = await wayOutOf(work, code)
  const own = taken.filter(({ messageId }) => messageId === id)
  if (own.length > 0) {
    await endChoices(work.tx, own.map(({ id }) => id), work.clock.now())
    await recordChange(work, { creditorId, type: 'contact.resubscribed', subject: showId('message', id), data: { channel, purpose } })
  }
  return present(work, await wayOutOf(work, code))
}

interface WayOut {
  id: string
  creditorId: string
  cpfIndex: Buffer
  channel: Channel
  purpose: Purpose
  wishes: ContactChoiceRow[]
  /** What ways out wrote down, of this message or others. */
  taken: ContactChoiceRow[]
}

// Whoever holds the signed address acts for the one it was sent to: for this alone.
async function wayOutOf(work: Work, code: string): Promise<WayOut> {
  const message = await findByCode(work.tx, code)
  if (!message?.cpfIndex || !message.channel) throw new AppError('not_found')
  const { id, creditorId, cpfIndex, channel, purpose } = message
  await enterCreditor(work.tx, creditorId)
  await enterPerson(work.tx, cpfIndex)
  const wishes = (await standingChoicesOf(work.tx, cpfIndex, work.clock.now())).filter((wish) => wish.creditorId === creditorId)
  const taken = wishes.filter((wish) => wish.source === 'unsubscribe' && wish.channel === channel && wish.purpose === purpose)
  return { id, creditorId, cpfIndex, channel, purpose, wishes, taken }
}

async function present(work: Work, { creditorId, channel, purpose, wishes }: WayOut): Promise<Unsubscription> {
  const { tradeName } = (await findCreditor(work.tx, creditorId))!
  const stopped = cellsOf([channel], wishes).some((cell) => cell.purpose === purpose && !cell.allowed)
  return { creditorName: tradeName, channel, purpose, stopped }
}
