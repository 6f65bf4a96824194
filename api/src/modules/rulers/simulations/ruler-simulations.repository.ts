import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { RulerLoad } from '@repactua/shared/contract/rulers.ts'
import type { KeptTotals } from '../../../core/rulers/load-totals.ts'
import { rulerSimulations } from '../../../platform/db/tables/rulers.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type RulerSimulationRecord = typeof rulerSimulations.$inferSelect

export interface SimulationKey {
  creditorId: string
  simulationId: string
}

const ONGOING = ['queued', 'running'] as const

/** Puts a simulation in; false where another one of this creditor is waiting or running. */
export async function insertSimulation(tx: Transaction, record: RulerSimulationRecord): Promise<boolean> {
  return (await tx.insert(rulerSimulations).values(record).onConflictDoNothing().returning({ id: rulerSimulations.id })).length === 1
}

/** Gives up what shows no progress since an instant: its job is lost, and it may not keep the next one waiting. */
export async function giveUpStale(tx: Transaction, creditorId: string, before: Date, now: Date): Promise<void> {
  const isStale = and(eq(rulerSimulations.creditorId, creditorId), inArray(rulerSimulations.status, [...ONGOING]), lt(rulerSimulations.updatedAt, before))
  await tx.update(rulerSimulations).set({ status: 'failed', totals: null, updatedAt: now }).where(isStale)
}

export async function findSimulation(tx: Transaction, key: SimulationKey): Promise<RulerSimulationRecord | null> {
  const [row] = await tx.select().from(rulerSimulations).where(isSimulation(key))
  return row ?? null
}

/** One row more than `limit`, newest first, so that the caller sees whether there is a next page. */
export function listSimulations(tx: Transaction, { creditorId, rulerId, before, limit }: { creditorId: string; rulerId: string; before: string | null; limit: number }): Promise<RulerSimulationRecord[]> {
  const own = and(eq(rulerSimulations.creditorId, creditorId), eq(rulerSimulations.rulerId, rulerId))
  const where = before === null ? own : and(own, lt(rulerSimulations.id, before))
  return tx.select().from(rulerSimulations).where(where).orderBy(desc(rulerSimulations.id)).limit(limit + 1)
}

/** Holds a simulation that is not over to the end of the transaction; null where it is. */
export async function lockOngoing(tx: Transaction, key: SimulationKey): Promise<RulerSimulationRecord | null> {
  const [row] = await tx.select().from(rulerSimulations).where(isOngoing(key)).for('update')
  return row ?? null
}

export async function keepProgress(tx: Transaction, key: SimulationKey, { people, lastDebtorId, totals, now }: { people: number; lastDebtorId: string | null; totals: KeptTotals; now: Date }): Promise<void> {
  await tx.update(rulerSimulations).set({ status: 'running', people, lastDebtorId, totals, updatedAt: now }).where(isOngoing(key))
}

export async function complete(tx: Transaction, key: SimulationKey, { people, result, now }: { people: number; result: RulerLoad; now: Date }): Promise<void> {
  await tx.update(rulerSimulations).set({ status: 'completed', people, totals: null, result, updatedAt: now, completedAt: now }).where(isOngoing(key))
}

export async function markFailed(tx: Transaction, key: SimulationKey, now: Date): Promise<void> {
  await tx.update(rulerSimulations).set({ status: 'failed', totals: null, updatedAt: now }).where(isOngoing(key))
}

/** Deletes what was asked for before an instant. */
export async function deleteBefore(tx: Transaction, creditorId: string, before: Date): Promise<void> {
  await tx.delete(rulerSimulations).where(and(eq(rulerSimulations.creditorId, creditorId), lt(rulerSimulations.createdAt, before)))
}

function isSimulation({ creditorId, simulationId }: SimulationKey) {
  return and(eq(rulerSimulations.creditorId, creditorId), eq(rulerSimulations.id, simulationId))
}

function isOngoing(key: SimulationKey) {
  return and(isSimulation(key), inArray(rulerSimulations.status, [...ONGOING]))
}
