import type { Work } from '../../platform/work.ts'
import { paymentsOf, type PaymentRecord } from './payments.repository.ts'

/** The payments by Pix that reached an agreement, newest first. */
export async function pixOf({ tx }: Pick<Work, 'tx'>, agreement: { creditorId: string; id: string }): Promise<PaymentRecord[]> {
  return (await paymentsOf(tx, agreement)).map(({ payment }) => payment).filter(({ method }) => method === 'pix')
}
