import { and, eq } from 'drizzle-orm'
import type { AccountChannel } from '@repactua/shared/contract/channels.ts'
import { channelAccounts } from '../../platform/db/tables/channels.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type ChannelAccountRecord = typeof channelAccounts.$inferSelect

export async function findAccount(tx: Transaction, creditorId: string, channel: AccountChannel): Promise<ChannelAccountRecord | null> {
  const [row] = await tx.select().from(channelAccounts).where(ofChannel(creditorId, channel))
  return row ?? null
}

/** The same with its row locked: changes come one after another. */
export async function lockAccount(tx: Transaction, creditorId: string, channel: AccountChannel): Promise<ChannelAccountRecord | null> {
  const [row] = await tx.select().from(channelAccounts).where(ofChannel(creditorId, channel)).for('update')
  return row ?? null
}

export function findAccounts(tx: Transaction, creditorId: string): Promise<ChannelAccountRecord[]> {
  return tx.select().from(channelAccounts).where(eq(channelAccounts.creditorId, creditorId))
}

/** Puts an account in, or in the place of the one that stands. */
export async function putAccount(tx: Transaction, account: ChannelAccountRecord): Promise<void> {
  const { creditorId: _, channel: __, id: ___, createdAt: ____, ...changed } = account
  await tx.insert(channelAccounts).values(account).onConflictDoUpdate({ target: [channelAccounts.creditorId, channelAccounts.channel], set: changed })
}

export async function deleteAccount(tx: Transaction, creditorId: string, channel: AccountChannel): Promise<void> {
  await tx.delete(channelAccounts).where(ofChannel(creditorId, channel))
}

function ofChannel(creditorId: string, channel: AccountChannel) {
  return and(eq(channelAccounts.creditorId, creditorId), eq(channelAccounts.channel, channel))
}
