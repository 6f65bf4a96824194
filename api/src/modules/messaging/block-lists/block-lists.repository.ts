import { eq } from 'drizzle-orm'
import { blockedPhones } from '../../../platform/db/tables/contact.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

/** Holds a state's list to the end of the transaction; false where another one is coming in. */
export async function claimList(tx: Transaction, state: string): Promise<boolean> {
  const { rows } = await tx.$client.query<{ claimed: boolean }>({ name: 'claim_block_list', text: "select pg_try_advisory_xact_lock(hashtextextended('block-list:' || $1, 0)) as claimed", values: [state] })
  return rows[0]!.claimed
}

export async function deleteList(tx: Transaction, state: string): Promise<void> {
  await tx.delete(blockedPhones).where(eq(blockedPhones.state, state))
}

/** Puts phones on a list, by their keyed index; one that is there already is there once. */
export async function insertPhones(tx: Transaction, { state, listId, createdAt }: { state: string; listId: string; createdAt: Date }, indexes: readonly Buffer[]): Promise<void> {
  await tx.$client.query({
    name: 'insert_blocked_phones',
    text: 'insert into blocked_phones (state, address_index, list_id, created_at) select $1, i, $2, $3 from unnest($4::bytea[]) as i on conflict do nothing',
    values: [state, listId, createdAt, indexes],
  })
}

/** How many phones each list has, and since when it stands. */
export async function countLists(tx: Transaction): Promise<{ state: string; count: number; since: Date }[]> {
  const { rows } = await tx.$client.query<{ state: string; count: number; since: Date }>({
    name: 'count_block_lists', text: 'select state, count(*)::int as count, min(created_at) as since from blocked_phones group by state order by state', values: [],
  })
  return rows
}
