import type { AgreementRecord } from '../../agreements/index.ts'
import type { PaymentRecord } from '../payments.repository.ts'
import type { ChargedShare } from './late-shares.rules.ts'

/** A payment as it was put on its agreement, and how the agreement stands then. */
export interface PostedPayment {
  payment: PaymentRecord
  shares: ChargedShare[]
  agreement: { status: AgreementRecord['status']; settledAt: Date | null }
}
