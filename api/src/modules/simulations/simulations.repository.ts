import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { simulationResults, simulations } from '../../platform/db/tables/simulations.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type SimulationRecord = typeof simulations.$inferSelect

export interface SimulationKey {
  creditorId: string
  simulationId: string
}

const ONGOING = ['queued', 'running'] as const

/** Puts a simulation in; false where another one of this creditor is waiting or running. */
export async function insertSimulation(tx: Transaction, record: SimulationRecord): Promise<boolean> {
  const rows = await tx.insert(simulations).values(record).onConflictDoNothing().returning({ id: simulations.id })
  return rows.length === 1
}

/** Gives up what shows no progress since an instant: its job is lost, and it may not keep the next one waiting. */
export async function giveUpStale(tx: Transaction, creditorId: string, before: Date, now: Date): Promise<void> {
  const isStale = and(eq(simulations.creditorId, creditorId), inArray(simulations.status, [...ONGOING]), lt(simulations.updatedAt, before))
  await tx.update(simulations).set({ status: 'failed', totals: null, updatedAt: now }).where(isStale)
}

export async function findSimulation(tx: Transaction, key: SimulationKey): Promise<SimulationRecord | null> {
  const [row] = await tx.select().from(simulations).where(isSimulation(key))
  return row ?? null
}

/** The result as it was written, once there is one. */
export async function findResult(tx: Transaction, { creditorId, simulationId }: SimulationKey): Promise<string | null> {
  const own = and(eq(simulationResults.creditorId, creditorId), eq(simulationResults.simulationId, simulationId))
  const [row] = await tx.select({ document: simulationResults.document }).from(simulationResults).where(own)
  return row?.document ?? null
}

/** One row more than `limit`, newest first, so that the caller sees whether there is a next page. */
export function listSimulations(tx: Transaction, { creditorId, policyId, before, limit }: { creditorId: string; policyId: string; before: string | null; limit: number }): Promise<SimulationRecord[]> {
  const own = and(eq(simulations.creditorId, creditorId), eq(simulations.policyId, policyId))
  const where = before === null ? own : and(own, lt(simulations.id, before))
  return tx.select().from(simulations).where(where).orderBy(desc(simulations.id)).limit(limit + 1)
}

/** Begins or goes on; null where it has ended. */
export async function markRunning(tx: Transaction, key: SimulationKey, now: Date): Promise<SimulationRecord | null> {
  const [row] = await tx.update(simulations).set({ status: 'running', updatedAt: now }).where(isOngoing(key)).returning()
  return row ?? null
}

export async function setExtent(tx: Transaction, key: SimulationKey, { total, untilDebtId }: Pick<SimulationRecord, 'total' | 'untilDebtId'>): Promise<void> {
  await tx.update(simulations).set({ total, untilDebtId }).where(isSimulation(key))
}

/** Where a run stands: how many debts it has counted, which was the last one, and what they come to. */
export interface Checkpoint {
  done: number
  lastDebtId: string | null
  totals: string
}

/** Keeps where a run stands; false where another run has come further, or it has ended: this one must stop then. */
export async function keepCheckpoint(tx: Transaction, key: SimulationKey, { from, to, now }: { from: number; to: Checkpoint; now: Date }): Promise<boolean> {
  const rows = await tx.update(simulations).set({ ...to, total: sql`greatest(${simulations.total}, ${to.done})`, updatedAt: now })
    .where(and(isOngoing(key), eq(simulations.done, from))).returning({ id: simulations.id })
  return rows.length === 1
}

/** Ends a simulation with its result; false where it has ended before. */
export async function complete(tx: Transaction, key: SimulationKey, { document, done, now }: { document: string; done: number; now: Date }): Promise<boolean> {
  const rows = await tx.update(simulations).set({ status: 'completed', total: done, totals: null, updatedAt: now, completedAt: now })
    .where(and(isOngoing(key), eq(simulations.done, done))).returning({ id: simulations.id })
  if (rows.length === 0) return false
  await tx.insert(simulationResults).values({ ...key, document, createdAt: now })
  return true
}

export async function markFailed(tx: Transaction, key: SimulationKey, now: Date): Promise<void> {
  await tx.update(simulations).set({ status: 'failed', totals: null, updatedAt: now }).where(isOngoing(key))
}

/** Deletes what was made before an instant, results and all. */
export async function deleteBefore(tx: Transaction, creditorId: string, before: Date): Promise<void> {
  await tx.delete(simulations).where(and(eq(simulations.creditorId, creditorId), lt(simulations.createdAt, before)))
}

function isSimulation({ creditorId, simulationId }: SimulationKey) {
  return and(eq(simulations.creditorId, creditorId), eq(simulations.id, simulationId))
}

function isOngoing(key: SimulationKey) {
  return and(isSimulation(key), inArray(simulations.status, [...ONGOING]))
}
