import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { charges, paymentReferences } from '../../../platform/db/tables/payments.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { ChargeRecord } from '../payments.repository.ts'

const MOST_CHARGES = 50

interface Wanted {
  amountCents: bigint
  /** Of these agreements alone, where it is given. */
  agreementIds?: readonly string[]
}

/** The newest charges of just this amount. */
export async function chargesOfAmount(tx: Transaction, creditorId: string, { amountCents, agreementIds }: Wanted): Promise<ChargeRecord[]> {
  const wanted = [eq(charges.creditorId, creditorId), eq(charges.amountCents, amountCents), agreementIds && inArray(charges.agreementId, [...agreementIds])]
  return tx.select().from(charges).where(and(...wanted)).orderBy(desc(charges.createdAt)).limit(MOST_CHARGES)
}

/** Of some references those under which money stands already, as they were told then, whatever the case of their letters. */
export async function referencesInAnyCase(tx: Transaction, creditorId: string, references: readonly string[]): Promise<string[]> {
  if (references.length === 0) return []
  const small = references.map((reference) => reference.toLowerCase())
  const { externalReference } = paymentReferences
  const rows = await tx.select({ externalReference }).from(paymentReferences).where(and(eq(paymentReferences.creditorId, creditorId), inArray(sql`lower(${externalReference})`, small)))
  return rows.map((row) => row.externalReference)
}
