import type { AgreementRecord } from '../../agreements/index.ts'
import type { PaymentRecord } from '../payments.repository.ts'
import type { Share } from './share-out.rules.ts'

/** A payment as it was put on its agreement, and how the agreement stands then. */
export interface PostedPayment {
  payment: PaymentRecord
  shares: Share[]
  agreement: { status: AgreementRecord['status']; settledAt: Date | null }
}
