import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Nullable, OneOf, Permission, Words } from './common.ts'
import { CreditorCard } from './creditors.ts'
import { RISK_BANDS } from './debts.ts'
import { IMPORTANCES, SCORE_FACTORS } from './segments.ts'

/** Where a person's band comes from: what the creditor uploaded, the bands that its debts bear, or the sum of points. */
export const BAND_SOURCES = ['uploaded', 'debts', 'computed'] as const
export const REVIEW_OUTCOMES = ['kept', 'changed'] as const
export const REVIEW_STATUSES = ['open', ...REVIEW_OUTCOMES] as const

const Text = (description: string) => Type.String({ minLength: 1, maxLength: 2_000, description })

/** Asks that a person looks at the profile (LGPD 20). */
export const ProfileReviewInput = Closed({ statement: Type.Optional(Text('What the creditor should know, in the person’s own words')) })
export type ProfileReviewInput = Static<typeof ProfileReviewInput>

export const ProfileReview = Type.Object({
  id: IdOf('review'),
  status: Words(REVIEW_STATUSES),
  statement: Nullable(Type.String()),
  answerBy: Type.Unsafe<string>({ ...Day, description: 'The last day for the creditor’s answer' }),
  answer: Nullable(Type.String()),
  createdAt: Instant,
  endedAt: Nullable(Instant),
})
export type ProfileReview = Static<typeof ProfileReview>

const Factor = { factor: Words(SCORE_FACTORS), measure: Type.Integer({ description: 'What was counted' }), points: Type.Integer({ description: 'More points are more risk' }) }

/** The profile as it stood when the person asked. */
export const ReviewedProfile = Type.Object({
  band: Words(RISK_BANDS),
  bandSource: Words(BAND_SOURCES),
  version: Type.Integer(),
  basePoints: Type.Integer(),
  points: Type.Integer(),
  factors: Type.Array(Type.Object(Factor)),
})
export type ReviewedProfile = Static<typeof ReviewedProfile>

export const CreditorProfileReview = Type.Object({ ...ProfileReview.properties, debtorId: IdOf('debtor'), profile: ReviewedProfile })
export type CreditorProfileReview = Static<typeof CreditorProfileReview>

export const ProfileReviewQuery = Closed({ status: Type.Optional(Words(REVIEW_STATUSES)), limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type ProfileReviewQuery = Static<typeof ProfileReviewQuery>

const answer = Text('Portuguese, for the person: shown as it is')
export const ProfileReviewDecision = OneOf('outcome', [
  Closed({ outcome: Type.Literal('kept'), answer }),
  Closed({ outcome: Type.Literal('changed'), answer, band: Words(RISK_BANDS), validUntil: Day }),
])
export type ProfileReviewDecision = Static<typeof ProfileReviewDecision>

/** What one creditor makes of a person's history, for that person: each figure with its sentence and where it comes from. */
export const MyProfile = Type.Object({
  creditor: CreditorCard,
  asOf: Day,
  band: Words(RISK_BANDS),
  bandText: Type.String(),
  bandSource: Words(BAND_SOURCES),
  sourceText: Type.String(),
  computed: Nullable(Type.Object({
    basePoints: Type.Integer(),
    points: Type.Integer({ description: '`basePoints` and the points of all factors, added up' }),
    factors: Type.Array(Type.Object({ ...Factor, text: Type.String(), comesFrom: Type.String() })),
    mediumFrom: Type.Integer(),
    highFrom: Type.Integer(),
  }, { description: 'How the band was computed; null where it comes from elsewhere' })),
  uploaded: Nullable(Type.Object({ source: Type.String(), score: Nullable(Type.Integer()), reasons: Type.Array(Type.String()), validUntil: Day })),
  importance: Words(IMPORTANCES),
  importanceText: Type.String(),
  usedFor: Type.Array(Type.String()),
  notUsed: Type.String(),
  version: Type.Integer({ description: 'Of the rules' }),
  reviewText: Type.String(),
  review: Nullable(ProfileReview),
  can: Type.Object({ askForReview: Permission }),
})
export type MyProfile = Static<typeof MyProfile>
export const MyProfiles = Type.Object({ data: Type.Array(MyProfile) })
