import { and, eq } from 'drizzle-orm'
import { debts } from '../../platform/db/tables/debts.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { DebtRow } from './debts.repository.ts'

/** Writes until when a debt may be collected, and what had that term begin again. */
export async function setTerms(tx: Transaction, { creditorId, id }: DebtRow, terms: Pick<DebtRow, 'prescribesOn' | 'interruptedOn' | 'interruptedBy'>): Promise<void> {
  await tx.update(debts).set(terms).where(and(eq(debts.creditorId, creditorId), eq(debts.id, id)))
}
