import { and, asc, desc, eq, gt, inArray, lt, lte, or, type SQL } from 'drizzle-orm'
import type { AgreementQuery } from '@repactua/shared/contract/agreements.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { agreementDebts, agreements, installments } from '../../platform/db/tables/agreements.ts'
import type { Work } from '../../platform/work.ts'

export type AgreementRecord = typeof agreements.$inferSelect
export type AgreementDebtRecord = typeof agreementDebts.$inferSelect
export type InstallmentRecord = typeof installments.$inferSelect
export type NewAgreement = typeof agreements.$inferInsert
export type NewAgreementDebt = typeof agreementDebts.$inferInsert

export async function insertAgreement(tx: Transaction, agreement: NewAgreement, debts: NewAgreementDebt[]): Promise<void> {
  await tx.insert(agreements).values(agreement)
  await tx.insert(agreementDebts).values(debts)
}

export async function insertInstallments(tx: Transaction, rows: InstallmentRecord[]): Promise<void> {
  await tx.insert(installments).values(rows)
}

/** The actor's own agreement of this id. */
export async function findAgreement(work: Work, id: string): Promise<AgreementRecord | null> {
  const [row] = await work.tx.select().from(agreements).where(and(eq(agreements.id, id), ownedBy(work)))
  return row ?? null
}

/** The same with its row locked to the end of the transaction. The transaction sees its creditor. */
export async function lockAgreement(tx: Transaction, creditorId: string, id: string): Promise<AgreementRecord | null> {
  const [row] = await tx.select().from(agreements).where(and(eq(agreements.creditorId, creditorId), eq(agreements.id, id))).for('update')
  return row ?? null
}

/** The running agreements of one person with one creditor, oldest first. */
export function runningAgreementsOf(tx: Transaction, creditorId: string, cpfIndex: Buffer): Promise<AgreementRecord[]> {
  const running = inArray(agreements.status, ['awaiting_first_payment', 'active'])
  return tx.select().from(agreements).where(and(eq(agreements.creditorId, creditorId), eq(agreements.cpfIndex, cpfIndex), running)).orderBy(asc(agreements.id))
}

/** An agreement that waits for its signature on the same option of the same sheet. */
export async function findWaiting(work: Work, sheetId: string, optionId: string): Promise<AgreementRecord | null> {
  const same = and(eq(agreements.offerSheetId, sheetId), eq(agreements.optionId, optionId), eq(agreements.status, 'awaiting_signature'))
  const [row] = await work.tx.select().from(agreements).where(and(ownedBy(work), same))
  return row ?? null
}

/** The actor's own agreements, newest first, one more than the limit so that the caller knows of a next page. */
export function findAgreements(work: Work, { status, limit, before }: Pick<AgreementQuery, 'status'> & { limit: number; before: string | null }): Promise<AgreementRecord[]> {
  const wanted = [ownedBy(work), status === undefined ? undefined : standsAt(status, work.clock.now()), before === null ? undefined : lt(agreements.id, before)]
  return work.tx.select().from(agreements).where(and(...wanted)).orderBy(desc(agreements.id)).limit(limit + 1)
}

// A term whose days are over is expired from that instant on, though the night has not written it down yet.
function standsAt(status: NonNullable<AgreementQuery['status']>, now: Date): SQL | undefined {
  if (status === 'awaiting_signature') return and(eq(agreements.status, status), gt(agreements.expiresAt, now))
  const isOver = and(eq(agreements.status, 'awaiting_signature'), lte(agreements.expiresAt, now))
  return status === 'expired' ? or(eq(agreements.status, status), isOver) : eq(agreements.status, status)
}

/** The agreement whose paper carries this code; the transaction's scope is the code. */
export async function findByVerificationCode(tx: Transaction, code: string): Promise<AgreementRecord | null> {
  const [row] = await tx.select().from(agreements).where(eq(agreements.verificationCode, code))
  return row ?? null
}

/** Names agreements by their whole key: by the id alone no index could be used. */
type Keys = readonly Pick<AgreementRecord, 'creditorId' | 'id'>[]

export function debtsOf(tx: Transaction, keys: Keys): Promise<AgreementDebtRecord[]> {
  return tx.select().from(agreementDebts).where(among(agreementDebts, keys)).orderBy(asc(agreementDebts.externalId))
}

/** By date, as they are paid: an installment that was moved keeps its number. */
export function installmentsOf(tx: Transaction, keys: Keys): Promise<InstallmentRecord[]> {
  return tx.select().from(installments).where(among(installments, keys)).orderBy(asc(installments.dueOn), asc(installments.number))
}

function among(table: typeof agreementDebts | typeof installments, keys: Keys): SQL | undefined {
  return and(inArray(table.creditorId, [...new Set(keys.map(({ creditorId }) => creditorId))]), inArray(table.agreementId, keys.map(({ id }) => id)))
}

// Row-level security says the same; said here too, it lets the right index be used.
function ownedBy({ actor }: Work): SQL | undefined {
  if (actor.kind === 'client') return eq(agreements.creditorId, actor.creditorId)
  return actor.kind === 'debtor' ? eq(agreements.cpfIndex, actor.cpfIndex) : undefined
}
