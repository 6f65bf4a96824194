import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { debts } from '../../../platform/db/tables/debts.ts'
import { debtHolds } from '../../../platform/db/tables/disputes.ts'

export type HoldRecord = typeof debtHolds.$inferSelect

/** The hold that a debt is under. The caller holds the debt's lock. */
export async function findHold(tx: Transaction, creditorId: string, debtId: string): Promise<HoldRecord | null> {
  const [row] = await tx.select().from(debtHolds).where(and(eq(debtHolds.creditorId, creditorId), eq(debtHolds.debtId, debtId), isNull(debtHolds.endedAt)))
  return row ?? null
}

export async function insertHold(tx: Transaction, hold: HoldRecord): Promise<void> {
  await tx.insert(debtHolds).values(hold)
}

export async function setHold(tx: Transaction, { creditorId, id, reason, untilOn, endedAt }: HoldRecord): Promise<void> {
  await tx.update(debtHolds).set({ reason, untilOn, endedAt }).where(and(eq(debtHolds.creditorId, creditorId), eq(debtHolds.id, id)))
}

/** The debts of a creditor whose hold had its last day before today, by the creditor's own ids. */
export async function lapsedHolds(tx: Transaction, creditorId: string, today: LocalDate): Promise<string[]> {
  const rows = await tx.select({ externalId: debts.externalId }).from(debtHolds)
    .innerJoin(debts, and(eq(debts.creditorId, debtHolds.creditorId), eq(debts.id, debtHolds.debtId)))
    .where(and(eq(debtHolds.creditorId, creditorId), isNull(debtHolds.endedAt), lt(debtHolds.untilOn, today))).orderBy(asc(debts.externalId))
  return rows.map(({ externalId }) => externalId)
}

/** Whether one of these debts is disputed or on hold now: no step is taken against its person meanwhile. */
export async function isPaused(tx: Transaction, creditorId: string, debtIds: readonly string[]): Promise<boolean> {
  const text = "select exists (select from unnest($2::uuid[]) as d(id) where standing_status($1, d.id) <> 'open') as paused"
  const { rows } = await tx.$client.query<{ paused: boolean }>({ name: 'is_paused', text, values: [creditorId, debtIds] })
  return rows[0]!.paused
}
