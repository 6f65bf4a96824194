import type { Transaction } from '../../platform/db/transaction.ts'

/** A debt that an event of the outbox tells of: by its own id, or by its agreement's. */
export interface DebtInNews {
  debtId: string
  type: string
}

/** The debts that some events of a creditor tell of. */
export async function debtsInNews(tx: Transaction, creditorId: string, eventIds: readonly string[]): Promise<DebtInNews[]> {
  const { rows } = await tx.$client.query<DebtInNews>({
    name: 'debts_in_news',
    text: `with news as (
        select type, data ->> 'debtId' as debt, coalesce(data ->> 'agreementId', subject) as agreement
        from outbox_events where creditor_id = $1 and id = any ($2::uuid[]))
      select substr(debt, 6)::uuid as "debtId", type from news where debt like 'debt\\_%'
      union
      select ad.debt_id, n.type from news n
        join agreement_debts ad on ad.creditor_id = $1 and ad.agreement_id = substr(n.agreement, 11)::uuid
      where n.agreement like 'agreement\\_%'`,
    values: [creditorId, eventIds],
  })
  return rows
}
