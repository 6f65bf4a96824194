import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm'
import type { ProfileReviewQuery } from '@repactua/shared/contract/profile-reviews.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { profileReviews } from '../../../platform/db/tables/segments.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type ReviewRecord = typeof profileReviews.$inferSelect

/** Puts a review in; false where the person has an open one at this creditor. */
export async function insertReview(tx: Transaction, review: ReviewRecord): Promise<boolean> {
  const rows = await tx.insert(profileReviews).values(review).onConflictDoNothing().returning({ id: profileReviews.id })
  return rows.length === 1
}

/** A person's newest review at each creditor, by the id of the debtor that they are there. */
export async function newestReviews(tx: Transaction, cpfIndex: Buffer): Promise<Map<string, ReviewRecord>> {
  const rows = await tx.selectDistinctOn([profileReviews.debtorId]).from(profileReviews)
    .where(eq(profileReviews.cpfIndex, cpfIndex)).orderBy(profileReviews.debtorId, desc(profileReviews.id))
  return new Map(rows.map((row) => [row.debtorId, row]))
}

/** A review of a creditor, held to the end of the transaction. */
export async function lockReview(tx: Transaction, creditorId: string, id: string): Promise<ReviewRecord | null> {
  const [row] = await tx.select().from(profileReviews).where(and(eq(profileReviews.creditorId, creditorId), eq(profileReviews.id, id))).for('update')
  return row ?? null
}

export async function setReview(tx: Transaction, { creditorId, id, status, answerSealed, alarmedAt, endedAt }: ReviewRecord): Promise<void> {
  await tx.update(profileReviews).set({ status, answerSealed, alarmedAt, endedAt }).where(and(eq(profileReviews.creditorId, creditorId), eq(profileReviews.id, id)))
}

/** A creditor's reviews, newest first, one more than the limit so that the caller knows of a next page. */
export function findReviews(tx: Transaction, creditorId: string, { status, limit, before }: Pick<ProfileReviewQuery, 'status'> & { limit: number; before: string | null }): Promise<ReviewRecord[]> {
  const wanted = [
    eq(profileReviews.creditorId, creditorId),
    status === undefined ? undefined : eq(profileReviews.status, status),
    before === null ? undefined : lt(profileReviews.id, before),
  ]
  return tx.select().from(profileReviews).where(and(...wanted)).orderBy(desc(profileReviews.id)).limit(limit + 1)
}

/** A creditor's reviews whose answer is late and of which nobody was told yet. */
export async function lateReviews(tx: Transaction, creditorId: string, today: LocalDate): Promise<string[]> {
  const rows = await tx.select({ id: profileReviews.id }).from(profileReviews)
    .where(and(eq(profileReviews.creditorId, creditorId), isNull(profileReviews.endedAt), isNull(profileReviews.alarmedAt), lt(profileReviews.answerBy, today))).orderBy(asc(profileReviews.id))
  return rows.map(({ id }) => id)
}
