import { collectionStop } from './core/legal/collection-stop.ts'
import { noticesOfOver } from './modules/agreements/index.ts'
import { remindersOfEnded } from './modules/conversations/index.ts'
import { peopleToLeaveAlone, standingsOf } from './modules/debts/index.ts'
import type { StillWanted } from './modules/messaging/index.ts'
import { answersOfOver } from './modules/proposals/index.ts'
import { remindersOfOver } from './modules/reminders/index.ts'
import { stillWanted as asRulersWant } from './modules/rulers/index.ts'
import type { Work } from './platform/work.ts'

type Asked = Parameters<StillWanted>[1]

/** Notices of a step against the person: what stops the debt stops the step, and its notice would not be true any more. */
const NOTICES: ReadonlySet<string> = new Set(['listing-notice', 'protest-notice', 'service-limited'])

/**
 * Why messages of one creditor are not wanted any more at the moment of their sending. Each part knows one thing; the first
 * reason stands. A message of collection, or a notice of a
 * step, is unwanted as soon as one of its debts may not be collected: the rest is planned anew.
 */
export const stillWanted: StillWanted = async (work, messages) => {
  const reasons = new Map<string, string>()
  for (const part of [aboutPeople, remindersOfEnded, noticesOfOver, remindersOfOver, answersOfOver, aboutDebts, asRulersWant]) {
    const left = messages.filter(({ id }) => !reasons.has(id))
    if (left.length > 0) for (const [id, reason] of await part(work, left)) reasons.set(id, reason)
  }
  return reasons
}

async function aboutPeople(work: Work, messages: Asked): Promise<Map<string, string>> {
  const gone = await peopleToLeaveAlone(work.tx, creditorOf(messages), messages.map(({ debtorId }) => debtorId))
  return new Map(messages.filter(({ debtorId }) => gone.has(debtorId)).map(({ id }) => [id, 'person_left_alone']))
}

async function aboutDebts(work: Work, messages: Asked): Promise<Map<string, string>> {
  const collecting = messages.filter(({ purpose, templateKey }) => purpose === 'collection' || NOTICES.has(templateKey))
  const standings = await standingsOf(work.tx, creditorOf(messages), collecting.flatMap(({ debtIds }) => debtIds))
  const stopOf = (debtId: string) => {
    const standing = standings.get(debtId)
    return standing ? collectionStop(standing, work.today) : 'taken_back'
  }
  return new Map(collecting.flatMap(({ id, debtIds }) => debtIds.flatMap((debtId) => stopOf(debtId) ?? []).slice(0, 1).map((stop): [string, string] => [id, `debt_${stop}`])))
}

// All of them are one creditor's: a transaction sees no other's.
function creditorOf([first]: Asked): string {
  return first!.creditorId
}
