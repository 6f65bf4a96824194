import type { Transaction } from '../../platform/db/transaction.ts'

/** Whose agreements, proposals and disputes these are, as the hex of the index of their CPF. The transaction must see the creditor. */
export async function findOwners(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.$client.query<{ id: string; owner: string }>({
    name: 'whose_news',
    text: `select id, encode(cpf_index, 'hex') as owner from agreements where creditor_id = $1 and id = any($2::uuid[])
      union all select id, encode(cpf_index, 'hex') from proposals where creditor_id = $1 and id = any($2::uuid[])
      union all select id, encode(cpf_index, 'hex') from disputes where creditor_id = $1 and id = any($2::uuid[])`,
    values: [creditorId, ids],
  })
  return new Map(rows.map(({ id, owner }) => [id, owner]))
}
