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
  const { id, creditorId, cpfIndex, channel, purpose } = way
  const { begins } = planChoice(way.wishes.filter(({ until }) => until === null), { channel, purpose, allowed: false })
  if (begins.length > 0) {
    await insertChoices(work.tx, begins.map((wish) => ({ ...wish, creditorId, id: work.newId(), cpfIndex, source: 'unsubscribe', until: null, createdAt: work.clock.now(), endedAt: null })))
    await recordChange(work, { creditorId, type: 'contact.unsubscribed', subject: showId('message', id), data: { channel, purpose } })
  }
  return present(work, await wayOutOf(work, code))
}

/** Takes that back. What the person chose elsewhere stays as it is. */
export async function resubscribe(work: Work, code: string): Promise<Unsubscription> {
  const { id, creditorId, channel, purpose, own } = await wayOutOf(work, code)
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
  /** What the way out itself wrote down. */
  own: ContactChoiceRow[]
}

// Whoever holds the signed address acts for the one it was sent to: for this alone.
async function wayOutOf(work: Work, code: string): Promise<WayOut> {
  const message = await findByCode(work.tx, code)
  if (!message?.cpfIndex || !message.channel) throw new AppError('not_found')
  const { id, creditorId, cpfIndex, channel, purpose } = message
  await enterCreditor(work.tx, creditorId)
  await enterPerson(work.tx, cpfIndex)
  const wishes = (await standingChoicesOf(work.tx, cpfIndex, work.clock.now())).filter((wish) => wish.creditorId === creditorId)
  const own = wishes.filter((wish) => wish.source === 'unsubscribe' && wish.channel === channel && wish.purpose === purpose)
  return { id, creditorId, cpfIndex, channel, purpose, wishes, own }
}

async function present(work: Work, { creditorId, channel, purpose, wishes }: WayOut): Promise<Unsubscription> {
  const { tradeName } = (await findCreditor(work.tx, creditorId))!
  const stopped = cellsOf([channel], wishes).some((cell) => cell.purpose === purpose && !cell.allowed)
  return { creditorName: tradeName, channel, purpose, stopped }
}
