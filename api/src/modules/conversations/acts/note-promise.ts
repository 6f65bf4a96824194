import { addDays, daysBetween, formatDate } from '@repactua/shared/time/local-date.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { endOfDay } from '../../../platform/clock.ts'
import { showId } from '../../../platform/ids.ts'
import { liveDebtsOf } from '../../debts/index.ts'
import { endPromise, insertPromise, pendingPromise, type PromiseRecord } from '../promises/promises.repository.ts'
import { remind } from '../promises/remind.ts'
import { personIn, type ActResult, type Turn } from '../turn.ts'
import { keepWish } from '../wishes.repository.ts'

/** A promise further away is no plan for a month: the portal has those. */
const MOST_DAYS = 31

/** Writes down the day on which the person means to pay, instead of another one; until it is over rulers are silent. */
export async function notePromise(turn: Turn): Promise<ActResult> {
  const { work, creditor, heard, values } = turn
  const person = personIn(turn)
  if ((await liveDebtsOf(work.tx, creditor.id, [person.id])).length === 0) return 'nothing_open'
  if (heard.day === null || daysBetween(work.today, heard.day) > MOST_DAYS) {
    values['day'] = formatDate(addDays(work.today, MOST_DAYS))
    return 'day_too_far'
  }
  values['day'] = formatDate(heard.day)
  const known = await pendingPromise(work.tx, creditor.id, person.id)
  if (known?.promisedOn !== heard.day) await write(turn, known, { debtorId: person.id, cpfIndex: person.cpfIndex, promisedOn: heard.day })
  return 'promised'
}

async function write({ work, creditor, thread }: Turn, known: PromiseRecord | null, said: Pick<PromiseRecord, 'debtorId' | 'cpfIndex' | 'promisedOn'>): Promise<void> {
  const now = work.clock.now()
  if (known) await endPromise(work.tx, known, { status: 'replaced', endedAt: now })
  const promise: PromiseRecord = { creditorId: creditor.id, id: work.newId(), conversationId: thread.id, ...said, status: 'pending', createdAt: now, endedAt: null }
  await insertPromise(work.tx, promise)
  await keepWish(work, { creditorId: creditor.id, cpfIndex: said.cpfIndex, channel: null, purpose: 'collection', source: 'reply', until: endOfDay(said.promisedOn) })
  await remind(work, thread.channel, promise)
  const data = { promiseId: showId('promise', promise.id), debtorId: showId('debtor', said.debtorId), promisedOn: said.promisedOn, instead: known && showId('promise', known.id) }
  await recordChange(work, { creditorId: creditor.id, type: 'promise.made', subject: data.promiseId, data })
}
