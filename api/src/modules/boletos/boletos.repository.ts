import { and, asc, eq, inArray } from 'drizzle-orm'
import { boletos } from '../../platform/db/tables/boletos.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type BoletoRecord = typeof boletos.$inferSelect

/** The slips of a kind that can still be paid. */
const STANDING = ['issued', 'sent', 'registered'] as const

export interface Wanted {
  creditorId: string
  agreementId: string
  installmentNumber: number
  amountCents: bigint
  scheduledOn: string
}

/** The slip that stands for the same installment, day and amount. */
export async function findStanding(tx: Transaction, wanted: Wanted): Promise<BoletoRecord | null> {
  const same = and(ofInstallment(wanted), eq(boletos.amountCents, wanted.amountCents), eq(boletos.scheduledOn, wanted.scheduledOn), inArray(boletos.status, [...STANDING]))
  const [row] = await tx.select().from(boletos).where(same)
  return row ?? null
}

/** The slips of an agreement that can still be paid. */
export function standingBoletosOf(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }): Promise<BoletoRecord[]> {
  return tx.select().from(boletos).where(and(eq(boletos.creditorId, creditorId), eq(boletos.agreementId, id), inArray(boletos.status, [...STANDING])))
}

export async function insertBoleto(tx: Transaction, boleto: BoletoRecord): Promise<void> {
  await tx.insert(boletos).values(boleto)
}

/** Slips of an installment that the bank does not know yet are not told to it once there is a newer one. */
export async function replaceUnsent(tx: Transaction, installment: Omit<Wanted, 'amountCents' | 'scheduledOn'>): Promise<void> {
  await tx.update(boletos).set({ status: 'replaced' }).where(and(ofInstallment(installment), eq(boletos.status, 'issued')))
}

export async function findBoleto(tx: Transaction, creditorId: string, id: string): Promise<BoletoRecord | null> {
  const [row] = await tx.select().from(boletos).where(and(eq(boletos.creditorId, creditorId), eq(boletos.id, id)))
  return row ?? null
}

/** The slip of this number, its row locked. */
export async function lockByOwnNumber(tx: Transaction, creditorId: string, accountId: string, ownNumber: number): Promise<BoletoRecord | null> {
  const [row] = await tx.select().from(boletos).where(and(eq(boletos.creditorId, creditorId), eq(boletos.accountId, accountId), eq(boletos.ownNumber, ownNumber))).for('update')
  return row ?? null
}

export async function setBoletoStatus(tx: Transaction, { creditorId, id }: BoletoRecord, change: Pick<BoletoRecord, 'status'> & Partial<Pick<BoletoRecord, 'bankReasons'>>): Promise<void> {
  await tx.update(boletos).set(change).where(and(eq(boletos.creditorId, creditorId), eq(boletos.id, id)))
}

/** Marks slips as sent with a file. */
export async function setSent(tx: Transaction, creditorId: string, ids: readonly string[], remittanceId: string): Promise<void> {
  await tx.update(boletos).set({ status: 'sent', remittanceId }).where(and(eq(boletos.creditorId, creditorId), inArray(boletos.id, [...ids])))
}

/** The account of the oldest slip that the bank does not know and that still asks for what is open. */
export async function accountToSend(tx: Transaction, creditorId: string): Promise<string | null> {
  const { rows } = await tx.$client.query<{ id: string }>({ name: 'boleto_account_to_send', text: `select b.account_id as id ${TO_SEND} order by b.id limit 1`, values: [creditorId] })
  return rows[0]?.id ?? null
}

/** The slips of an account that the bank does not know and that still ask for what is open, oldest first. */
export async function boletosToSend(tx: Transaction, creditorId: string, accountId: string, limit: number): Promise<BoletoRecord[]> {
  const { rows } = await tx.$client.query<{ id: string }>({ name: 'boletos_to_send', text: `select b.id ${TO_SEND} and b.account_id = $2 order by b.own_number limit $3`, values: [creditorId, accountId, limit] })
  if (rows.length === 0) return []
  return tx.select().from(boletos).where(and(eq(boletos.creditorId, creditorId), inArray(boletos.id, rows.map(({ id }) => id)))).orderBy(asc(boletos.ownNumber))
}

const TO_SEND = `from boletos b
  join installments i on i.creditor_id = b.creditor_id and i.agreement_id = b.agreement_id and i.number = b.installment_number
  join agreements a on a.creditor_id = b.creditor_id and a.id = b.agreement_id
  where b.creditor_id = $1 and b.status = 'issued' and a.status in ('awaiting_first_payment', 'active')
    and i.status in ('open', 'partly_paid') and i.due_on = b.scheduled_on and b.amount_cents - b.late_cents <= i.amount_cents - i.paid_cents`

function ofInstallment({ creditorId, agreementId, installmentNumber }: Omit<Wanted, 'amountCents' | 'scheduledOn'>) {
  return and(eq(boletos.creditorId, creditorId), eq(boletos.agreementId, agreementId), eq(boletos.installmentNumber, installmentNumber))
}
