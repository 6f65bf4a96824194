import { and, eq, isNull, ne, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { CollectionAccount } from '../../core/boleto/types.ts'
import { boletoAccounts } from '../../platform/db/tables/boletos.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type AccountRecord = typeof boletoAccounts.$inferSelect

export async function findAccountInUse(tx: Transaction, creditorId: string): Promise<AccountRecord | null> {
  const [row] = await tx.select().from(boletoAccounts).where(and(eq(boletoAccounts.creditorId, creditorId), eq(boletoAccounts.inUse, true)))
  return row ?? null
}

/** The same with its row locked: numbers are handed out one after another. */
export async function lockAccountInUse(tx: Transaction, creditorId: string): Promise<AccountRecord | null> {
  const [row] = await tx.select().from(boletoAccounts).where(and(eq(boletoAccounts.creditorId, creditorId), eq(boletoAccounts.inUse, true))).for('update')
  return row ?? null
}

/** An account by its id, in use or not. */
export async function findAccount(tx: Transaction, creditorId: string, id: string): Promise<AccountRecord | null> {
  const [row] = await tx.select().from(boletoAccounts).where(and(eq(boletoAccounts.creditorId, creditorId), eq(boletoAccounts.id, id)))
  return row ?? null
}

/** An account by its id, its row locked: files are numbered one after another. */
export async function lockAccount(tx: Transaction, creditorId: string, id: string): Promise<AccountRecord | null> {
  const [row] = await tx.select().from(boletoAccounts).where(and(eq(boletoAccounts.creditorId, creditorId), eq(boletoAccounts.id, id))).for('update')
  return row ?? null
}

/** An account by what names it at the bank, its row locked. */
export async function lockSameAccount(tx: Transaction, creditorId: string, bank: AccountRecord['bank'], { agency, account, wallet, convenio }: CollectionAccount): Promise<AccountRecord | null> {
  const named = and(eq(boletoAccounts.bank, bank), eq(boletoAccounts.agency, agency), eq(boletoAccounts.account, account), eq(boletoAccounts.wallet, wallet), sameText(boletoAccounts.convenio, convenio))
  const [row] = await tx.select().from(boletoAccounts).where(and(eq(boletoAccounts.creditorId, creditorId), named)).for('update')
  return row ?? null
}

/** All accounts that a creditor has or had at a bank, the one in use first. */
export function accountsAt(tx: Transaction, creditorId: string, bank: string): Promise<AccountRecord[]> {
  return tx.select().from(boletoAccounts)
    .where(and(eq(boletoAccounts.creditorId, creditorId), sql`${boletoAccounts.bank} = ${bank}`))
    .orderBy(sql`${boletoAccounts.inUse} desc`, boletoAccounts.createdAt)
}

/** Puts the account in use, and every other one out of it. */
export async function putInUse(tx: Transaction, account: AccountRecord): Promise<void> {
  const { creditorId, id, agencyDigit, accountDigit, walletVariation, firstNumber, lastNumber, nextNumber } = account
  await tx.update(boletoAccounts).set({ inUse: false }).where(and(eq(boletoAccounts.creditorId, creditorId), ne(boletoAccounts.id, id)))
  await tx.insert(boletoAccounts).values(account).onConflictDoUpdate({
    target: [boletoAccounts.creditorId, boletoAccounts.id],
    set: { agencyDigit, accountDigit, walletVariation, firstNumber, lastNumber, nextNumber, inUse: true },
  })
}

/** Hands out the next number of an account whose row is locked. */
export async function setNextNumber(tx: Transaction, { creditorId, id }: AccountRecord, nextNumber: number): Promise<void> {
  await tx.update(boletoAccounts).set({ nextNumber }).where(and(eq(boletoAccounts.creditorId, creditorId), eq(boletoAccounts.id, id)))
}

/** Hands out the next number of a file of an account whose row is locked. */
export async function setNextSequence(tx: Transaction, { creditorId, id }: AccountRecord, nextSequence: number): Promise<void> {
  await tx.update(boletoAccounts).set({ nextSequence }).where(and(eq(boletoAccounts.creditorId, creditorId), eq(boletoAccounts.id, id)))
}

function sameText(column: AnyColumn, text: string | null): SQL {
  return text === null ? isNull(column) : eq(column, text)
}
