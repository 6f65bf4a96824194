import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { challenges, failedCodes } from '../../platform/db/tables/challenges.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type ChallengeRecord = typeof challenges.$inferSelect

/** Whose codes are counted together: a CPF from one network for sign-in, an agreement for signature. */
export type CodeSeries = Pick<ChallengeRecord, 'purpose' | 'cpfIndex' | 'agreementId' | 'addressPrefix'>

/** Held to the end of the transaction, so that a person's codes are counted one after another, whatever comes in parallel. */
export async function lockCodesOf(tx: Transaction, { purpose, cpfIndex }: CodeSeries): Promise<void> {
  await tx.$client.query({
    name: 'lock_codes_of_person',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${purpose}\n${cpfIndex.toString('hex')}`],
  })
}

/** When the codes of a series were asked for since an instant and not used, newest first. */
export async function listUnusedSince(tx: Transaction, series: CodeSeries, since: Date): Promise<Date[]> {
  const rows = await tx
    .select({ createdAt: challenges.createdAt })
    .from(challenges)
    .where(and(inSeries(series), gt(challenges.createdAt, since), isNull(challenges.usedAt)))
    .orderBy(desc(challenges.createdAt))
  return rows.map((row) => row.createdAt)
}

/** When codes of a CPF were asked for since an instant, from any network and for any agreement, and not used, newest first. */
export async function listUnusedAnywhere(tx: Transaction, { purpose, cpfIndex }: CodeSeries, since: Date): Promise<Date[]> {
  const rows = await tx
    .select({ createdAt: challenges.createdAt })
    .from(challenges)
    .where(and(eq(challenges.cpfIndex, cpfIndex), eq(challenges.purpose, purpose), gt(challenges.createdAt, since), isNull(challenges.usedAt)))
    .orderBy(desc(challenges.createdAt))
  return rows.map((row) => row.createdAt)
}

/** Puts a challenge in and ends the earlier ones of its series, in one statement. */
export async function insertChallenge(tx: Transaction, challenge: typeof challenges.$inferInsert & CodeSeries): Promise<void> {
  const replaced = tx.$with('replaced').as(
    tx
      .update(challenges)
      .set({ replacedAt: challenge.createdAt })
      .where(and(inSeries(challenge), isNull(challenges.usedAt), isNull(challenges.replacedAt)))
      .returning({ id: challenges.id }),
  )
  await tx.with(replaced).insert(challenges).values(challenge)
}

// An attacker on another network must not end a person's code; for a signature the person is known already.
function inSeries({ purpose, cpfIndex, agreementId, addressPrefix }: CodeSeries) {
  return and(
    eq(challenges.cpfIndex, cpfIndex),
    eq(challenges.purpose, purpose),
    agreementId === null ? eq(challenges.addressPrefix, addressPrefix) : eq(challenges.agreementId, agreementId),
  )
}

export async function findChallenge(tx: Transaction, id: string): Promise<ChallengeRecord | null> {
  const [challenge] = await tx.select().from(challenges).where(eq(challenges.id, id))
  return challenge ?? null
}

/** The sign-in challenge of this id under a lock: parallel tries are judged one after another, so none is uncounted. */
export async function lockSignInChallenge(tx: Transaction, id: string): Promise<ChallengeRecord | null> {
  const [challenge] = await tx.select().from(challenges).where(and(eq(challenges.id, id), eq(challenges.purpose, 'sign_in'))).for('update')
  return challenge ?? null
}

/** Gives a challenge its code, unless it was used or replaced meanwhile. */
export async function setCode(tx: Transaction, id: string, code: { codeMac: Buffer; channel: 'email' }): Promise<boolean> {
  const rows = await tx
    .update(challenges)
    .set(code)
    .where(and(eq(challenges.id, id), isNull(challenges.usedAt), isNull(challenges.replacedAt)))
    .returning({ id: challenges.id })
  return rows.length === 1
}

/** Uses a challenge up; false where somebody was faster. */
export async function spendChallenge(tx: Transaction, id: string, usedAt: Date): Promise<boolean> {
  const rows = await tx.update(challenges).set({ usedAt }).where(and(eq(challenges.id, id), isNull(challenges.usedAt))).returning({ id: challenges.id })
  return rows.length === 1
}

export async function countAttempt(tx: Transaction, id: string): Promise<void> {
  await tx.update(challenges).set({ attempts: sql`${challenges.attempts} + 1` }).where(eq(challenges.id, id))
}

/** When wrong codes came from a network since an instant, newest first. */
export async function listFailedSince(tx: Transaction, addressPrefix: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .select({ failedAt: failedCodes.failedAt })
    .from(failedCodes)
    .where(and(eq(failedCodes.addressPrefix, addressPrefix), gt(failedCodes.failedAt, since)))
    .orderBy(desc(failedCodes.failedAt))
  return rows.map((row) => row.failedAt)
}

/** Notes a wrong code, and forgets those from before `keptSince`: the table stays as small as a day. */
export async function noteFailedCode(tx: Transaction, failed: typeof failedCodes.$inferInsert, keptSince: Date): Promise<void> {
  await tx.delete(failedCodes).where(lt(failedCodes.failedAt, keptSince))
  await tx.insert(failedCodes).values(failed)
}
