import type { Work } from '../../platform/work.ts'
import { loadAgreement } from '../agreements/index.ts'
import { refundsOf, type RefundRecord } from '../refunds/index.ts'
import { findHeld, type PaymentExceptionRecord } from './exceptions/payment-exceptions.repository.ts'

export interface MoneyAside {
  held: PaymentExceptionRecord[]
  refunds: RefundRecord[]
}

/** Money around one's own agreement that is in none of its installments: held for a word, or owed back. Oldest first. */
export async function listMoneyApart(work: Work, agreementId: string): Promise<MoneyAside> {
  const { record } = await loadAgreement(work, agreementId)
  return { held: await findHeld(work.tx, record), refunds: await refundsOf(work.tx, [record]) }
}
