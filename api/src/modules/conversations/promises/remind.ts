import { addDays } from '@repactua/shared/time/local-date.ts'
import { endOfDay } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { liveDebtsOf } from '../../debts/index.ts'
import { queueMessages, type StillWanted } from '../../messaging/index.ts'
import type { ThreadRecord } from '../threads.repository.ts'
import { endedAmong, type PromiseRecord } from './promises.repository.ts'

const STEP = 'promise:'

/** Has the person reminded on the eve of their day, by the channel they wrote by or else by mail. Of today and tomorrow nobody needs to be. */
export async function remind(work: Work, channel: ThreadRecord['channel'], { creditorId, id, debtorId, cpfIndex, promisedOn }: PromiseRecord): Promise<void> {
  if (promisedOn <= addDays(work.today, 1)) return
  const debts = await liveDebtsOf(work.tx, creditorId, [debtorId])
  await queueMessages(work, [{
    creditorId, debtorId, cpfIndex, purpose: 'service', stepKey: `${STEP}${id}`, templateKey: 'promise-near', values: { promisedOn }, channels: [channel, 'email'],
    debtIds: debts.map((debt) => debt.id), notBefore: new Date(endOfDay(addDays(promisedOn, -2)).getTime() + 1), notAfter: endOfDay(promisedOn), origin: null,
  }])
}

/** Reminders of days that were kept, changed or came to nothing before they went out. */
export const remindersOfEnded: StillWanted = async (work, messages) => {
  const reminders = messages.filter(({ stepKey }) => stepKey.startsWith(STEP))
  const [first] = reminders
  const ended = first ? await endedAmong(work.tx, first.creditorId, reminders.map(({ stepKey }) => stepKey.slice(STEP.length))) : new Set()
  return new Map(reminders.filter(({ stepKey }) => ended.has(stepKey.slice(STEP.length))).map(({ id }) => [id, 'promise_over']))
}
