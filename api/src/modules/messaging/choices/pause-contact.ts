import { appendAudit, INSTALLATION } from '../../../platform/audit/record-change.ts'
import { personOf, type Work } from '../../../platform/work.ts'
import { endChoices, insertChoices, standingChoicesOf } from './choices.repository.ts'

const PAUSE_MS = 30 * 86_400_000

/** For thirty days from now nobody writes or calls of debts. A pause that runs begins anew. */
export async function pauseContact(work: Work): Promise<void> {
  const createdAt = work.clock.now()
  await endPauses(work, createdAt)
  const until = new Date(createdAt.getTime() + PAUSE_MS)
  await insertChoices(work.tx, [{ creditorId: INSTALLATION, id: work.newId(), cpfIndex: personOf(work), wish: 'stop', channel: null, purpose: 'collection', source: 'person', until, createdAt, endedAt: null }])
  await appendAudit(work, { creditorId: INSTALLATION, type: 'contact.paused', subject: 'person', data: { until: until.toISOString() } })
}

/** Ends it before its time. */
export async function resumeContact(work: Work): Promise<void> {
  if ((await endPauses(work, work.clock.now())) > 0) await appendAudit(work, { creditorId: INSTALLATION, type: 'contact.resumed', subject: 'person', data: {} })
}

async function endPauses(work: Work, now: Date): Promise<number> {
  const pauses = (await standingChoicesOf(work.tx, personOf(work), now)).filter(({ creditorId, source, until }) => creditorId === INSTALLATION && source === 'person' && until !== null)
  await endChoices(work.tx, pauses.map(({ id }) => id), now)
  return pauses.length
}
