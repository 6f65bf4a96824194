import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm'
import { experiments } from '../../../platform/db/tables/rulers.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type ExperimentRecord = typeof experiments.$inferSelect

/** Puts an experiment in; false where another one runs on the same ruler. */
export async function insertExperiment(tx: Transaction, record: ExperimentRecord): Promise<boolean> {
  return (await tx.insert(experiments).values(record).onConflictDoNothing().returning({ id: experiments.id })).length === 1
}

export async function findExperiment(tx: Transaction, creditorId: string, id: string): Promise<ExperimentRecord | null> {
  const [row] = await tx.select().from(experiments).where(and(eq(experiments.creditorId, creditorId), eq(experiments.id, id)))
  return row ?? null
}

/** One row more than `limit`, newest first, so that the caller sees whether there is a next page. */
export function listExperiments(tx: Transaction, { creditorId, before, limit }: { creditorId: string; before: string | null; limit: number }): Promise<ExperimentRecord[]> {
  const own = eq(experiments.creditorId, creditorId)
  const where = before === null ? own : and(own, lt(experiments.id, before))
  return tx.select().from(experiments).where(where).orderBy(desc(experiments.id)).limit(limit + 1)
}

export function runningExperiments(tx: Transaction, creditorId: string): Promise<ExperimentRecord[]> {
  return tx.select().from(experiments).where(and(eq(experiments.creditorId, creditorId), isNull(experiments.endedAt))).orderBy(asc(experiments.id))
}

/** Ends an experiment; false where it has ended before. */
export async function endRunning(tx: Transaction, { creditorId, id }: ExperimentRecord, now: Date): Promise<boolean> {
  const rows = await tx.update(experiments).set({ endedAt: now })
    .where(and(eq(experiments.creditorId, creditorId), eq(experiments.id, id), isNull(experiments.endedAt))).returning({ id: experiments.id })
  return rows.length === 1
}

/** Who has come to a step of an experiment. */
export interface Entry {
  experimentId: string
  debtorId: string
  arm: string
}

/** Writes down who has come into an experiment; a person comes in once. */
export async function insertEntries(tx: Transaction, creditorId: string, entries: readonly Entry[], now: Date): Promise<void> {
  if (entries.length === 0) return
  await tx.$client.query({
    name: 'enter_experiments',
    text: `insert into experiment_people (creditor_id, experiment_id, debtor_id, arm, entered_at) select $1, e.experiment_id, e.debtor_id, e.arm, $5
      from unnest($2::uuid[], $3::uuid[], $4::text[]) as e(experiment_id, debtor_id, arm) on conflict do nothing`,
    values: [creditorId, entries.map((one) => one.experimentId), entries.map((one) => one.debtorId), entries.map((one) => one.arm), now],
  })
}
