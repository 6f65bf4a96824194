import { idOfTxid } from '../../core/pix/bank-txid.ts'
import type { Work } from '../../platform/work.ts'
import { findDebit } from './debits.repository.ts'

/** Which installment a txid of the bank debits; null where it is no debit of ours. */
export async function debitOfTxid({ tx }: Pick<Work, 'tx'>, creditorId: string, txid: string): Promise<{ agreementId: string; number: number } | null> {
  const id = idOfTxid(txid)
  const debit = id === null ? null : await findDebit(tx, creditorId, id)
  return debit && { agreementId: debit.agreementId, number: debit.installmentNumber }
}
