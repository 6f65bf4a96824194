import { workingHoursBetween } from '../../core/conversation/answer-hours.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { localDateOf, localHourOf } from '../../platform/clock.ts'
import { showId } from '../../platform/ids.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditor, walkCreditors } from '../creditors/index.ts'
import { lockThread, setThread, waitingThreads, type ThreadRecord } from './threads.repository.ts'

/** A round of each working hour: tells a creditor once of each person who has waited longer than it wants anybody to. */
export function alarmConversations(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  return walkCreditors(desk, {
    find: async (work, creditorId) => {
      const { answerHours } = (await findCreditor(work.tx, creditorId))!
      return (await waitingThreads(work.tx, creditorId)).filter((thread) => thread.alarmedAt === null && hoursWaited(work, thread) >= answerHours)
    },
    take: async (work, _creditorId, { creditorId, id }) => alarm(work, { creditorId, id }),
  })
}

function hoursWaited({ clock }: Work, { waitingSince }: ThreadRecord): number {
  const from = waitingSince ?? clock.now()
  return workingHoursBetween({ on: localDateOf(from), hour: localHourOf(from) }, { on: clock.today(), hour: localHourOf(clock.now()) })
}

async function alarm(work: Work, key: Pick<ThreadRecord, 'creditorId' | 'id'>): Promise<void> {
  const thread = await lockThread(work.tx, key)
  if (thread?.state !== 'waiting' || thread.alarmedAt !== null) return
  await setThread(work.tx, { ...thread, alarmedAt: work.clock.now() })
  const data = { conversationId: showId('conversation', thread.id), waitingFor: thread.waitingFor, waitingSince: thread.waitingSince }
  await recordChange(work, { creditorId: thread.creditorId, type: 'conversation.overdue', subject: data.conversationId, data })
}
