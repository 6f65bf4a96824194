import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { AgreementRecord } from '../agreements.repository.ts'

/** Lowers installments to what was signed for those who pay early. Under the agreement's lock; the payment is put on them next. */
export async function callPayEarly(tx: Transaction, { creditorId, id }: AgreementRecord, numbers: readonly number[], paidOn: LocalDate): Promise<void> {
  await tx.$client.query({ name: 'pay_early', text: 'select pay_early($1, $2, $3, $4)', values: [creditorId, id, numbers, paidOn] })
}

/** Lowers an installment by what its payment lacks. Refused above the creditor's tolerance. */
export async function callForgiveRest(tx: Transaction, { creditorId, id }: AgreementRecord, { installmentNumber, cents }: { installmentNumber: number; cents: bigint }): Promise<void> {
  await tx.$client.query({ name: 'forgive_rest', text: 'select forgive_rest($1, $2, $3, $4)', values: [creditorId, id, installmentNumber, cents] })
}
