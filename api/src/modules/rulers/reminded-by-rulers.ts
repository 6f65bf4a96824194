import type { Transaction } from '../../platform/db/transaction.ts'
import { publishedRulers } from './rulers.repository.ts'

/** Whether a creditor's rulers in force speak of installments that come due, and of those that are late: nobody else does then. */
export async function remindedByRulers(tx: Transaction, creditorId: string): Promise<{ due: boolean; late: boolean }> {
  const rulers = await publishedRulers(tx, creditorId)
  const anchors = new Set(rulers.filter(({ pausedAt }) => pausedAt === null).flatMap(({ steps }) => steps.map(({ anchor }) => anchor)))
  return { due: anchors.has('installment_due'), late: anchors.has('payment_late') }
}
