import { and, asc, desc, eq } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { charges, paymentAllocations, payments } from '../../platform/db/tables/payments.ts'
import type { ChargedShare } from './arrivals/late-shares.rules.ts'

export type PaymentRecord = typeof payments.$inferSelect
export type ChargeRecord = typeof charges.$inferSelect

export async function findByReference(tx: Transaction, creditorId: string, externalReference: string): Promise<PaymentRecord | null> {
  const [row] = await tx.select().from(payments).where(and(eq(payments.creditorId, creditorId), eq(payments.externalReference, externalReference)))
  return row ?? null
}

export async function findPayment(tx: Transaction, creditorId: string, id: string): Promise<PaymentRecord | null> {
  const [row] = await tx.select().from(payments).where(and(eq(payments.creditorId, creditorId), eq(payments.id, id)))
  return row ?? null
}

export async function sharesOf(tx: Transaction, { creditorId, id }: PaymentRecord): Promise<ChargedShare[]> {
  const { installmentNumber, cents, lateFineCents, defaultInterestCents, forgivenCents } = paymentAllocations
  return tx.select({ installmentNumber, cents, lateFineCents, defaultInterestCents, forgivenCents }).from(paymentAllocations)
    .where(and(eq(paymentAllocations.creditorId, creditorId), eq(paymentAllocations.paymentId, id)))
    .orderBy(asc(installmentNumber))
}

/** What was paid on an agreement, newest first, each with its shares. */
export async function paymentsOf(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }): Promise<{ payment: PaymentRecord; shares: ChargedShare[] }[]> {
  const rows = await tx.select().from(payments).where(and(eq(payments.creditorId, creditorId), eq(payments.agreementId, id))).orderBy(desc(payments.paidAt), desc(payments.id))
  const { paymentId, installmentNumber, cents, lateFineCents, defaultInterestCents, forgivenCents } = paymentAllocations
  const shares = await tx.select({ paymentId, installmentNumber, cents, lateFineCents, defaultInterestCents, forgivenCents }).from(paymentAllocations)
    .where(and(eq(paymentAllocations.creditorId, creditorId), eq(paymentAllocations.agreementId, id)))
    .orderBy(asc(installmentNumber))
  return rows.map((payment) => ({ payment, shares: shares.filter((share) => share.paymentId === payment.id) }))
}

/** Puts a payment in with its shares. The caller has claimed its reference. */
export async function insertPayment(tx: Transaction, payment: PaymentRecord, shares: readonly ChargedShare[]): Promise<void> {
  const { creditorId, id: paymentId, agreementId } = payment
  await tx.insert(payments).values(payment)
  await tx.insert(paymentAllocations).values(shares.map((share) => ({ ...share, creditorId, paymentId, agreementId })))
}

/** The Pix charge of a txid. */
export async function findChargeByTxid(tx: Transaction, creditorId: string, txid: string): Promise<ChargeRecord | null> {
  const [row] = await tx.select().from(charges).where(and(eq(charges.creditorId, creditorId), eq(charges.txid, txid)))
  return row ?? null
}

/** Puts a charge in, or gives back the one that is there for the same installment and amount. */
export async function insertCharge(tx: Transaction, charge: ChargeRecord): Promise<ChargeRecord> {
  const [inserted] = await tx.insert(charges).values(charge).onConflictDoNothing().returning()
  return inserted ?? (await findCharge(tx, charge))
}

async function findCharge(tx: Transaction, charge: ChargeRecord): Promise<ChargeRecord> {
  const same = and(
    eq(charges.creditorId, charge.creditorId),
    eq(charges.agreementId, charge.agreementId),
    eq(charges.installmentNumber, charge.installmentNumber),
    eq(charges.method, charge.method),
    eq(charges.amountCents, charge.amountCents),
  )
  const [row] = await tx.select().from(charges).where(same)
  if (!row) throw new Error('a charge was neither inserted nor there')
  return row
}
