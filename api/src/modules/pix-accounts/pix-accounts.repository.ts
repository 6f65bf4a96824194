import { eq } from 'drizzle-orm'
import { pixAccounts } from '../../platform/db/tables/pix-accounts.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type PixAccountRecord = typeof pixAccounts.$inferSelect

export async function findPixAccount(tx: Transaction, creditorId: string): Promise<PixAccountRecord | null> {
  const [row] = await tx.select().from(pixAccounts).where(eq(pixAccounts.creditorId, creditorId))
  return row ?? null
}

/** The same with its row locked: changes come one after another. */
export async function lockPixAccount(tx: Transaction, creditorId: string): Promise<PixAccountRecord | null> {
  const [row] = await tx.select().from(pixAccounts).where(eq(pixAccounts.creditorId, creditorId)).for('update')
  return row ?? null
}

/** Puts an account in, or in the place of the one that stands. */
export async function putPixAccount(tx: Transaction, account: PixAccountRecord): Promise<void> {
  const { creditorId: _, createdAt: __, ...changed } = account
  await tx.insert(pixAccounts).values(account).onConflictDoUpdate({ target: pixAccounts.creditorId, set: changed })
}

export async function setStanding(tx: Transaction, creditorId: string, standing: Pick<PixAccountRecord, 'status' | 'problem' | 'tellsPayments'>): Promise<void> {
  await tx.update(pixAccounts).set(standing).where(eq(pixAccounts.creditorId, creditorId))
}

export async function deletePixAccount(tx: Transaction, creditorId: string): Promise<void> {
  await tx.delete(pixAccounts).where(eq(pixAccounts.creditorId, creditorId))
}

/** Whether the creditor's bank can be asked. */
export async function hasPixAccount({ tx }: { tx: Transaction }, creditorId: string): Promise<boolean> {
  return (await findPixAccount(tx, creditorId)) !== null
}

/** Whether the creditor has an account that debits of Pix Automático are paid to. */
export async function takesDebits({ tx }: { tx: Transaction }, creditorId: string): Promise<boolean> {
  return (await findPixAccount(tx, creditorId))?.receiver != null
}

/** Every creditor that has set an account, for the rounds that look at them all. */
export async function creditorsWithPix(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({ name: 'creditors_with_pix', text: 'select creditors_with_pix() as id' })
  return rows.map(({ id }) => id)
}

/** Up to here all Pix of the account have been looked through. */
export async function setSweptUntil(tx: Transaction, creditorId: string, sweptUntil: Date): Promise<void> {
  await tx.update(pixAccounts).set({ sweptUntil }).where(eq(pixAccounts.creditorId, creditorId))
}
