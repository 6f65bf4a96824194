import { and, eq, inArray, lt } from 'drizzle-orm'
import { pixCharges } from '../../platform/db/tables/pix-charges.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type PixChargeRecord = typeof pixCharges.$inferSelect

const STANDING = ['prepared', 'active'] as const

export async function findPixCharge(tx: Transaction, { creditorId, id }: Pick<PixChargeRecord, 'creditorId' | 'id'>): Promise<PixChargeRecord | null> {
  const [row] = await tx.select().from(pixCharges).where(and(eq(pixCharges.creditorId, creditorId), eq(pixCharges.id, id)))
  return row ?? null
}

/** The charge at the bank that stands for a charge of ours, of whichever creditor the transaction may see. */
export async function findStandingOf(tx: Transaction, chargeId: string): Promise<PixChargeRecord | null> {
  const [row] = await tx.select().from(pixCharges).where(and(eq(pixCharges.chargeId, chargeId), inArray(pixCharges.status, [...STANDING])))
  return row ?? null
}

/** The one that stands for an installment. Its row is locked: who makes another one comes second. */
export async function lockStanding(tx: Transaction, { creditorId, agreementId, installmentNumber }: Pick<PixChargeRecord, 'creditorId' | 'agreementId' | 'installmentNumber'>): Promise<PixChargeRecord | null> {
  const [row] = await tx.select().from(pixCharges).where(and(
    eq(pixCharges.creditorId, creditorId), eq(pixCharges.agreementId, agreementId), eq(pixCharges.installmentNumber, installmentNumber), inArray(pixCharges.status, [...STANDING]),
  )).for('update')
  return row ?? null
}

/** Puts a charge in; one that another request made for the installment at the same time stays. */
export async function insertPixCharge(tx: Transaction, charge: PixChargeRecord): Promise<void> {
  await tx.insert(pixCharges).values(charge).onConflictDoNothing()
}

/** Moves a charge on from one of some statuses; false where it has none of them. */
export async function movePixCharge(tx: Transaction, { creditorId, id }: Pick<PixChargeRecord, 'creditorId' | 'id'>, from: readonly PixChargeRecord['status'][], to: Partial<PixChargeRecord> & Pick<PixChargeRecord, 'changedAt'>): Promise<boolean> {
  const rows = await tx.update(pixCharges).set(to)
    .where(and(eq(pixCharges.creditorId, creditorId), eq(pixCharges.id, id), inArray(pixCharges.status, [...from])))
    .returning({ id: pixCharges.id })
  return rows.length === 1
}

/** Those that stand though their installment says something else by now. Their rows are locked. */
export async function lockOutdated(tx: Transaction, creditorId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({ name: 'lock_outdated_pix_charges', text: OUTDATED, values: [creditorId] })
  return rows.map(({ id }) => id)
}

const OUTDATED = `select p.id from pix_charges p
  join installments i on i.creditor_id = p.creditor_id and i.agreement_id = p.agreement_id and i.number = p.installment_number
  join agreements a on a.creditor_id = p.creditor_id and a.id = p.agreement_id
  where p.creditor_id = $1 and p.status in ('prepared', 'active')
    and (a.status not in ('awaiting_first_payment', 'active') or i.status not in ('open', 'partly_paid')
      or i.amount_cents - i.paid_cents <> p.open_cents or i.due_on <> p.scheduled_on)
  for update of p skip locked`

/** Superseded before an instant: their job has given up, or was lost with its queue. */
export async function longSuperseded(tx: Transaction, creditorId: string, before: Date): Promise<string[]> {
  const rows = await tx.select({ id: pixCharges.id }).from(pixCharges)
    .where(and(eq(pixCharges.creditorId, creditorId), eq(pixCharges.status, 'superseded'), lt(pixCharges.changedAt, before)))
  return rows.map(({ id }) => id)
}

/** Whether a static code with this txid was given, as a charge or on a slip. */
export async function knowsTxid(tx: Transaction, creditorId: string, txid: string): Promise<boolean> {
  const { rows } = await tx.$client.query({
    name: 'knows_txid',
    text: 'select from charges where creditor_id = $1 and txid = $2 union all select from boletos where creditor_id = $1 and txid = $2 limit 1',
    values: [creditorId, txid],
  })
  return rows.length > 0
}
