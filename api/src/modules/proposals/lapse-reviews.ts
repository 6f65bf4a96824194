import { recordChange } from '../../platform/audit/record-change.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { creditorIds } from '../creditors/index.ts'
import { endReview, findOverdueReviews, findReviewsOf, type ProposalRecord } from './proposals.repository.ts'
import { tellAnswer } from './tell-answer.ts'

const SYSTEM = { kind: 'system' } as const

/** Writes down which of the actor's reviews ran out unanswered. Whoever looks first does it; the person is told. */
export async function lapseReviews(work: Work): Promise<void> {
  for (const record of await findOverdueReviews(work, work.clock.now())) {
    await enterCreditor(work.tx, record.creditorId)
    await lapse(work, record, 'deadline_passed')
  }
}

/**
 * The nightly job: the same for every creditor, a page of reviews in a transaction of its own. One creditor whose page fails
 * does not keep the others waiting; the job is then tried again.
 */
export async function lapseAllReviews(platform: Platform): Promise<void> {
  const failed: unknown[] = []
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    await lapseOf(platform, creditorId).catch((error: unknown) => failed.push(error))
  }
  if (failed.length > 0) throw new AggregateError(failed, `the reviews of ${failed.length} creditors did not all lapse`)
}

async function lapseOf(platform: Platform, creditorId: string): Promise<void> {
  while (await platform.transact(SYSTEM, { creditorId }, (work) => lapsePage(work, creditorId))) continue
}

// Whether there were any: what has lapsed is found no more, so the pages come to an end.
async function lapsePage(work: Work, creditorId: string): Promise<boolean> {
  const overdue = await findOverdueReviews(work, work.clock.now(), creditorId)
  for (const record of overdue) await lapse(work, record, 'deadline_passed')
  return overdue.length > 0
}

/** A newer offer on the same debt takes the place of one that waits. The transaction sees the creditor. */
export async function replaceReviews(work: Work, creditorId: string, debtIds: readonly string[]): Promise<void> {
  for (const record of await findReviewsOf(work.tx, creditorId, debtIds)) await lapse(work, record, 'replaced')
}

async function lapse(work: Work, record: ProposalRecord, reasonCode: 'deadline_passed' | 'replaced'): Promise<void> {
  const { creditorId, id } = record
  const ended = await endReview(work.tx, { creditorId, id }, { decision: 'lapsed', reasonCode, decidedAt: work.clock.now() })
  if (!ended) return
  const subject = showId('proposal', id)
  await recordChange(work, { creditorId, type: 'proposal.lapsed', subject, data: { proposalId: subject, reason: reasonCode } })
  if (reasonCode === 'deadline_passed') await tellAnswer(work, record, 'lapsed')
}
