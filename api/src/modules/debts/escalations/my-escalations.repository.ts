import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { escalations } from '../../../platform/db/tables/escalations.ts'

export type MyEscalationRow = typeof escalations.$inferSelect

const TOLD = ['noticed', 'proven', 'due', 'requested', 'confirmed'] as const

/** What a person may know of listings and protests of their debts, at all creditors: from the notice on, until it is taken back. */
export async function findMyEscalations(tx: Transaction, cpfIndex: Buffer): Promise<Map<string, MyEscalationRow>> {
  const isTold = or(inArray(escalations.state, [...TOLD]), and(eq(escalations.state, 'blocked'), isNotNull(escalations.takeOffOn)))
  const rows = await tx.select().from(escalations).where(and(eq(escalations.cpfIndex, cpfIndex), isTold)).orderBy(asc(escalations.since))
  return new Map(rows.map((row) => [row.debtId, row]))
}
