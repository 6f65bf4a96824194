import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import type { Work } from '../../../platform/work.ts'
import { walkCreditors } from '../../creditors/index.ts'
import { agreementsToExpire, setStatus } from '../agreement-states.repository.ts'
import { lockAgreement } from '../agreements.repository.ts'
import { statusAt } from '../agreements.rules.ts'
import { isPossible, take } from '../transitions.rules.ts'

/** A round of the night: writes down which terms nobody has signed in their days. */
export async function expireAgreements(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  await walkCreditors(desk, { find: (work, creditorId) => agreementsToExpire(work.tx, creditorId, work.clock.now()), take: expire })
}

// Whoever signs holds the same lock: the one that comes second finds what the first one did.
async function expire(work: Work, creditorId: string, id: string): Promise<void> {
  const record = await lockAgreement(work.tx, creditorId, id)
  if (!record || !isPossible('expire', record.status) || statusAt(record, work.clock.now()) !== 'expired') return
  const { to, event } = take('expire', record.status)
  await setStatus(work.tx, record, { status: to })
  const agreementId = showId('agreement', id)
  await recordChange(work, { creditorId, type: event, subject: agreementId, data: { agreementId, expiredAt: record.expiresAt.toISOString() } })
}
