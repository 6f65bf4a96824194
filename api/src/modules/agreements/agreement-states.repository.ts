import { and, asc, eq, lte, ne } from 'drizzle-orm'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { agreementDebts, agreements, installments } from '../../platform/db/tables/agreements.ts'
import { paymentReversalShares, payments } from '../../platform/db/tables/payments.ts'
import { localDateOf } from '../../platform/clock.ts'
import type { AgreementRecord } from './agreements.repository.ts'

/** A creditor's agreement: the key of every table that hangs on one. */
export interface AgreementKey {
  creditorId: string
  id: string
}

/** Sets the status that a step of the table of transitions leads to. */
export async function setStatus(tx: Transaction, key: AgreementKey, change: { status: Agreement['status']; settledAt?: Date | null }): Promise<void> {
  await tx.update(agreements).set(change).where(isAgreement(key))
}

type Ending = Pick<AgreementRecord, 'status'> & Partial<Pick<AgreementRecord, 'cancellationReason' | 'cancellationNote' | 'cancelledAt' | 'brokenAt' | 'withdrawnAt'>>

/** The same for an agreement that ends before its time: what is not paid of its schedule is over. */
export async function setEnded(tx: Transaction, key: AgreementKey, ending: Ending): Promise<void> {
  await tx.update(agreements).set(ending).where(isAgreement(key))
  await tx.update(installments).set({ status: 'cancelled' }).where(and(ofAgreement(installments, key), ne(installments.status, 'paid')))
}

export async function setBreakNotice(tx: Transaction, key: AgreementKey, breakNoticeOn: LocalDate | null): Promise<void> {
  await tx.update(agreements).set({ breakNoticeOn }).where(isAgreement(key))
}

/** A creditor's agreements in course with an installment past its day, or with a notice given. */
export async function agreementsInArrears(tx: Transaction, creditorId: string, today: LocalDate): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'agreements_in_arrears',
    text: `select a.id from agreements a
      where a.creditor_id = $1 and a.status in ('awaiting_first_payment', 'active') and (a.break_notice_on is not null or exists (
        select from installments i where i.creditor_id = a.creditor_id and i.agreement_id = a.id and i.status in ('open', 'partly_paid') and i.due_on < $2))
      order by a.id`,
    values: [creditorId, today],
  })
  return rows.map(({ id }) => id)
}

/** A creditor's agreements whose days to sign are over, unsigned. */
export async function agreementsToExpire(tx: Transaction, creditorId: string, now: Date): Promise<string[]> {
  const isOver = and(eq(agreements.creditorId, creditorId), eq(agreements.status, 'awaiting_signature'), lte(agreements.expiresAt, now))
  const rows = await tx.select({ id: agreements.id }).from(agreements).where(isOver).orderBy(asc(agreements.expiresAt))
  return rows.map(({ id }) => id)
}

/** Sets the debts of an agreement free for another one. */
export async function endClaimOnDebts(tx: Transaction, key: AgreementKey): Promise<void> {
  await tx.update(agreementDebts).set({ live: false }).where(ofAgreement(agreementDebts, key))
}

/** Takes the debts of an agreement that is not settled after all back into it. */
export async function claimDebtsAgain(tx: Transaction, key: AgreementKey): Promise<void> {
  await tx.update(agreementDebts).set({ live: true }).where(ofAgreement(agreementDebts, key))
}

export async function setPaid(tx: Transaction, key: AgreementKey, paid: { number: number; paidCents: bigint; status: Installment['status'] }): Promise<void> {
  const { number, paidCents, status } = paid
  await tx.update(installments).set({ paidCents, status }).where(and(ofAgreement(installments, key), eq(installments.number, number)))
}

/** What was paid on an agreement and not taken back, and on which day; not what was above all that was open, which is owed back. */
export async function paymentsOn(tx: Transaction, key: AgreementKey): Promise<{ paidOn: LocalDate; cents: bigint }[]> {
  const rows = await tx.select().from(payments).where(ofAgreement(payments, key))
  const shares = await tx.select().from(paymentReversalShares).where(ofAgreement(paymentReversalShares, key))
  const takenBack = (id: string) => shares.reduce((sum, { paymentId, cents }) => (paymentId === id ? sum + cents : sum), 0n)
  const paid = rows.map((row) => ({ paidOn: localDateOf(row.paidAt), cents: row.amountCents - row.excessCents - takenBack(row.id) }))
  return paid.filter(({ cents }) => cents > 0n)
}

function isAgreement({ creditorId, id }: AgreementKey) {
  return and(eq(agreements.creditorId, creditorId), eq(agreements.id, id))
}

function ofAgreement(table: typeof installments | typeof agreementDebts | typeof payments | typeof paymentReversalShares, { creditorId, id }: AgreementKey) {
  return and(eq(table.creditorId, creditorId), eq(table.agreementId, id))
}
