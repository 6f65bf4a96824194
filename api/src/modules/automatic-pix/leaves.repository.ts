import { and, desc, eq, inArray } from 'drizzle-orm'
import { automaticPix } from '../../platform/db/tables/automatic-pix.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type LeaveRecord = typeof automaticPix.$inferSelect

const STANDING = ['asked', 'offered', 'approved'] as const

export async function insertLeave(tx: Transaction, leave: LeaveRecord): Promise<void> {
  await tx.insert(automaticPix).values(leave).onConflictDoNothing()
}

/** The leave of an agreement that is asked for or given. */
export async function standingLeave(tx: Transaction, { creditorId, agreementId }: Pick<LeaveRecord, 'creditorId' | 'agreementId'>): Promise<LeaveRecord | null> {
  const [row] = await tx.select().from(automaticPix)
    .where(and(eq(automaticPix.creditorId, creditorId), eq(automaticPix.agreementId, agreementId), inArray(automaticPix.status, [...STANDING])))
  return row ?? null
}

/** The newest leave of an agreement, over or not. */
export async function lastLeave(tx: Transaction, { creditorId, agreementId }: Pick<LeaveRecord, 'creditorId' | 'agreementId'>): Promise<LeaveRecord | null> {
  const [row] = await tx.select().from(automaticPix)
    .where(and(eq(automaticPix.creditorId, creditorId), eq(automaticPix.agreementId, agreementId))).orderBy(desc(automaticPix.id)).limit(1)
  return row ?? null
}

export async function lockLeave(tx: Transaction, creditorId: string, id: string): Promise<LeaveRecord | null> {
  const [row] = await tx.select().from(automaticPix).where(and(eq(automaticPix.creditorId, creditorId), eq(automaticPix.id, id))).for('update')
  return row ?? null
}

export async function setLeave(tx: Transaction, { creditorId, id }: Pick<LeaveRecord, 'creditorId' | 'id'>, change: Partial<LeaveRecord>): Promise<void> {
  await tx.update(automaticPix).set(change).where(and(eq(automaticPix.creditorId, creditorId), eq(automaticPix.id, id)))
}

/** Leaves that it is time to look at: an hour after the last look, and each minute in the first hour of one that waits for its person. */
export async function leavesToTend(tx: Transaction, creditorId: string, now: Date): Promise<LeaveRecord['id'][]> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'leaves_to_tend',
    text: `select id from automatic_pix where creditor_id = $1 and status in ('offered', 'approved')
      and looked_at <= $2::timestamptz - case when status = 'offered' and created_at > $2::timestamptz - interval '1 hour' then interval '50 seconds' else interval '1 hour' end
      order by looked_at limit 500`,
    values: [creditorId, now],
  })
  return rows.map(({ id }) => id)
}
