import type { CreditorProfileReview, MyProfile, ProfileReview } from '@repactua/shared/contract/profile-reviews.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { showId } from '../../platform/ids.ts'
import { presentCard } from '../creditors/index.ts'
import type { ExplainedProfile } from './profiles/explained-profiles.ts'
import type { MyProfileView } from './profiles/my-profiles.ts'
import { BAND_TEXTS, IMPORTANCE_TEXTS, LINES, lineText, NOT_USED, REVIEW_TEXT, sourceText, usesOf } from './profiles/profile-words.ts'
import type { ReviewRecord } from './reviews/reviews.repository.ts'

export function presentMyProfile({ creditor, review, ...explained }: MyProfileView, { asOf, keys }: { asOf: LocalDate; keys: Pick<Keys, 'open'> }): MyProfile {
  const { profile, rules } = explained
  const { band, bandSource, importance } = profile
  return {
    creditor: presentCard(creditor),
    asOf, band, bandSource, importance,
    bandText: BAND_TEXTS[band],
    sourceText: sourceText(profile),
    computed: bandSource === 'computed' ? presentComputed(explained) : null,
    uploaded: bandSource === 'uploaded' ? presentUploaded(profile) : null,
    importanceText: IMPORTANCE_TEXTS[importance],
    usedFor: usesOf(profile),
    notUsed: NOT_USED,
    version: rules.version,
    reviewText: REVIEW_TEXT,
    review: review && presentReview(review, keys),
    can: { askForReview: review?.status === 'open' ? { ok: false, code: 'review_open' } : { ok: true } },
  }
}

export function presentReview({ id, status, statementSealed, answerBy, answerSealed, createdAt, endedAt }: ReviewRecord, keys: Pick<Keys, 'open'>): ProfileReview {
  return {
    id: showId('review', id),
    status, answerBy,
    statement: statementSealed && keys.open(statementSealed),
    answer: answerSealed && keys.open(answerSealed),
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

export function presentCreditorReview(review: ReviewRecord, keys: Pick<Keys, 'open'>): CreditorProfileReview {
  return { ...presentReview(review, keys), debtorId: showId('debtor', review.debtorId), profile: review.profile }
}

function presentComputed({ score: { points, lines }, rules: { basePoints, bandsFrom } }: ExplainedProfile): MyProfile['computed'] {
  const factors = lines.map((line) => ({ ...line, text: lineText(line), comesFrom: LINES[line.factor].comesFrom }))
  return { basePoints, points, factors, mediumFrom: bandsFrom.medium, highFrom: bandsFrom.high }
}

function presentUploaded({ uploaded }: ExplainedProfile['profile']): MyProfile['uploaded'] {
  if (!uploaded) return null
  const { source, score, reasons, validUntil } = uploaded
  return { source, score, reasons: [...reasons], validUntil }
}
