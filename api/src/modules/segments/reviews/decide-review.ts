import type { ProfileReviewDecision } from '@repactua/shared/contract/profile-reviews.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { endOfDay } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { queueMessages } from '../../messaging/index.ts'
import { insertScores, lockScores } from '../scores/scores.repository.ts'
import { lockReview, setReview, type ReviewRecord } from './reviews.repository.ts'
import { mayDecide } from './reviews.rules.ts'

const BY_A_PERSON = { source: 'Revisão por uma pessoa da empresa', reasons: ['Uma pessoa da empresa olhou o seu perfil a seu pedido. A resposta dela está no seu pedido de revisão.'] }
/** Days within which the news of an answer is worth sending. */
const NEWS_DAYS = 7

/**
 * A person at the creditor answers a review. `changed` sets the band to its last day, as an upload would. The same answer again is
 * no refusal, another one is; the person is told that there is an answer.
 */
export async function decideReview(work: Work, id: string, decision: ProfileReviewDecision): Promise<ReviewRecord> {
  const creditorId = creditorOf(work)
  await lockScores(work.tx, creditorId)
  const review = await lockReview(work.tx, creditorId, id)
  if (!review) throw new AppError('not_found')
  const may = mayDecide(review, review.answerSealed && work.keys.open(review.answerSealed), decision, work.today)
  if (!may.ok) throw new AppError(may.error)
  if (may.value === 'decided_before') return review
  const ended: ReviewRecord = { ...review, status: decision.outcome, answerSealed: work.keys.seal(decision.answer), endedAt: work.clock.now() }
  await setReview(work.tx, ended)
  if (decision.outcome === 'changed') await setBand(work, review, decision)
  await tell(work, ended)
  return ended
}

async function setBand(work: Work, { creditorId, debtorId }: ReviewRecord, { band, validUntil }: Extract<ProfileReviewDecision, { outcome: 'changed' }>): Promise<void> {
  await insertScores(work.tx, creditorId, [{ ...BY_A_PERSON, debtorId, band, score: null, validUntil }], work.clock.now())
}

async function tell(work: Work, { creditorId, id, debtorId, cpfIndex, status }: ReviewRecord): Promise<void> {
  await queueMessages(work, [{
    creditorId, debtorId, cpfIndex, purpose: 'service', stepKey: `profile-review:${id}`, templateKey: 'decision-ready', values: {},
    channels: ['push', 'email', 'whatsapp', 'sms'], debtIds: [], notBefore: work.clock.now(), notAfter: endOfDay(addDays(work.today, NEWS_DAYS)), origin: null,
  }])
  const data = { reviewId: showId('review', id), debtorId: showId('debtor', debtorId), outcome: status }
  await recordChange(work, { creditorId, type: 'profile_review.decided', subject: data.reviewId, data })
}
