import { and, desc, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { PaymentExceptionQuery } from '@repactua/shared/contract/payment-exceptions.ts'
import { paymentExceptions } from '../../../platform/db/tables/payments.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type PaymentExceptionRecord = typeof paymentExceptions.$inferSelect

export async function insertException(tx: Transaction, exception: PaymentExceptionRecord): Promise<void> {
  await tx.insert(paymentExceptions).values(exception)
}

/** An exception by its id, or by the reference of its money. */
export async function findException(tx: Transaction, creditorId: string, named: { id: string } | { externalReference: string }): Promise<PaymentExceptionRecord | null> {
  const wanted = 'id' in named ? eq(paymentExceptions.id, named.id) : eq(paymentExceptions.externalReference, named.externalReference)
  const [row] = await tx.select().from(paymentExceptions).where(and(eq(paymentExceptions.creditorId, creditorId), wanted))
  return row ?? null
}

/** The same with its row locked to the end of the transaction. */
export async function lockException(tx: Transaction, creditorId: string, id: string): Promise<PaymentExceptionRecord | null> {
  const [row] = await tx.select().from(paymentExceptions).where(and(eq(paymentExceptions.creditorId, creditorId), eq(paymentExceptions.id, id))).for('update')
  return row ?? null
}

export async function setResolved(tx: Transaction, { creditorId, id, resolution, note, resolvedAt, paymentId, refundId }: PaymentExceptionRecord): Promise<void> {
  await tx.update(paymentExceptions).set({ resolution, note, resolvedAt, paymentId, refundId }).where(and(eq(paymentExceptions.creditorId, creditorId), eq(paymentExceptions.id, id)))
}

type Wanted = Pick<PaymentExceptionQuery, 'status' | 'reason'> & { limit: number; before: string | null }

/** A creditor's exceptions, newest first, one more than the limit so that the caller knows of a next page. */
export function findExceptions(tx: Transaction, creditorId: string, { status, reason, limit, before }: Wanted): Promise<PaymentExceptionRecord[]> {
  const { id, resolvedAt } = paymentExceptions
  const wanted = [
    eq(paymentExceptions.creditorId, creditorId),
    status === undefined ? undefined : status === 'open' ? isNull(resolvedAt) : isNotNull(resolvedAt),
    reason === undefined ? undefined : eq(paymentExceptions.reason, reason),
    before === null ? undefined : lt(id, before),
  ]
  return tx.select().from(paymentExceptions).where(and(...wanted)).orderBy(desc(id)).limit(limit + 1)
}

/** Money that is held for an agreement, oldest first. A reference told again with another amount is no money. */
export function findHeld(tx: Transaction, agreement: { creditorId: string; id: string }): Promise<PaymentExceptionRecord[]> {
  const { creditorId, agreementId, resolvedAt, reason, id } = paymentExceptions
  return tx.select().from(paymentExceptions).where(and(eq(creditorId, agreement.creditorId), eq(agreementId, agreement.id), isNull(resolvedAt), ne(reason, 'reference_reused'))).orderBy(id)
}

interface Around {
  isCountable: boolean
  isOfDebtor: boolean
}

/** What the agreements of some exceptions of one creditor say of them, by the exceptions' ids. */
export async function aroundExceptions(tx: Transaction, exceptions: readonly PaymentExceptionRecord[]): Promise<Map<string, Around>> {
  const [first] = exceptions
  if (!first) return new Map()
  const { rows } = await tx.$client.query<Around & { id: string }>({
    name: 'around_exceptions',
    text: `select e.id, coalesce(e.payer_index = a.cpf_index, false) as "isOfDebtor", a.status in ('broken', 'cancelled') and exists (
        select from agreement_debts ad join debts d on d.creditor_id = ad.creditor_id and d.id = ad.debt_id
        where ad.creditor_id = a.creditor_id and ad.agreement_id = a.id and d.status = 'open') as "isCountable"
      from payment_exceptions e join agreements a on a.creditor_id = e.creditor_id and a.id = e.agreement_id
      where e.creditor_id = $1 and e.id = any($2)`,
    values: [first.creditorId, exceptions.map(({ id }) => id)],
  })
  return new Map(rows.map(({ id, ...around }) => [id, around]))
}
