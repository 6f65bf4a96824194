import { and, eq } from 'drizzle-orm'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { installmentNotices } from '../../platform/db/tables/installment-notices.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type NoticeRecord = typeof installmentNotices.$inferSelect

/** A creditor's agreements in course with an open installment due before a day, of which its person may not know yet. */
export async function agreementsToRemind(tx: Transaction, creditorId: string, reach: LocalDate): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'agreements_to_remind',
    text: `select distinct a.id from installments i join agreements a on a.creditor_id = i.creditor_id and a.id = i.agreement_id
      where i.creditor_id = $1 and i.status in ('open', 'partly_paid') and i.due_on < $2
        and a.status in ('awaiting_first_payment', 'active') and not a.voluntary
        and not exists (select from installment_notices n where n.creditor_id = i.creditor_id and n.agreement_id = i.agreement_id
          and n.installment_number = i.number and n.due_on = i.due_on and n.kind = 'overdue')
      order by a.id`,
    values: [creditorId, reach],
  })
  return rows.map(({ id }) => id)
}

export function noticesOf(tx: Transaction, { creditorId, id }: { creditorId: string; id: string }): Promise<NoticeRecord[]> {
  return tx.select().from(installmentNotices).where(and(eq(installmentNotices.creditorId, creditorId), eq(installmentNotices.agreementId, id)))
}

export async function insertNotices(tx: Transaction, notices: readonly NoticeRecord[]): Promise<void> {
  await tx.insert(installmentNotices).values([...notices])
}
