import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { AgreementRecord } from '../agreements.repository.ts'

/** Puts charges for delay into installments. Under the agreement's lock; the payment that pays them is put on them next. */
export async function callChargeLate(tx: Transaction, { creditorId, id }: AgreementRecord, charges: readonly { number: number; cents: bigint }[], paidOn: LocalDate): Promise<void> {
  const values = [creditorId, id, charges.map(({ number }) => number), charges.map(({ cents }) => cents), paidOn]
  await tx.$client.query({ name: 'charge_late', text: 'select charge_late($1, $2, $3, $4, $5)', values })
}
