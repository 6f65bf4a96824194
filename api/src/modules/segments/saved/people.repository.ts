import type { Transaction } from '../../../platform/db/transaction.ts'

export async function countPeople(tx: Transaction, creditorId: string): Promise<number> {
  const { rows } = await tx.$client.query<{ count: number }>({ name: 'count_people', text: 'select count(*)::int as count from debtors where creditor_id = $1', values: [creditorId] })
  return rows[0]!.count
}

interface Drawn {
  id: string
  cpfIndex: Buffer
}

/** The next people in the order of their keyed index, which is as good as chance: the first thousands stand evenly for all. */
export async function drawPeople(tx: Transaction, { creditorId, after, limit }: { creditorId: string; after: Buffer | null; limit: number }): Promise<Drawn[]> {
  const { rows } = await tx.$client.query<Drawn>({
    name: 'draw_people',
    text: 'select id, cpf_index as "cpfIndex" from debtors where creditor_id = $1 and cpf_index > $2 order by cpf_index limit $3',
    values: [creditorId, after ?? Buffer.alloc(0), limit],
  })
  return rows
}
