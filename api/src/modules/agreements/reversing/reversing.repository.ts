import type { Installment } from '@repactua/shared/contract/agreements.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import type { AgreementRecord } from '../agreements.repository.ts'

interface Standing {
  number: number
  amountCents: bigint
  paidCents: bigint
  status: Installment['status']
}

/** Puts installments as they are without what a reversal takes back of them. Under the agreement's lock, after the reversal's own rows. */
export async function callTakeBack(tx: Transaction, { creditorId, id }: AgreementRecord, reversalId: string, changes: readonly Standing[]): Promise<void> {
  await tx.$client.query({
    name: 'take_back',
    text: 'select take_back($1, $2, $3, $4, $5, $6, $7)',
    values: [
      creditorId, id, reversalId, changes.map(({ number }) => number), changes.map(({ amountCents }) => amountCents),
      changes.map(({ paidCents }) => paidCents), changes.map(({ status }) => status),
    ],
  })
}
