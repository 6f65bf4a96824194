import type { Work } from '../../platform/work.ts'
import { findDebit } from './debits.repository.ts'

/** The txid of a debit at the bank: its id without the dashes. Source: Pix API, txid [a-zA-Z0-9]{26,35}. */
export function debitTxid(id: string): string {
  return id.replaceAll('-', '')
}

/** Which installment a txid of the bank debits; null where it is no debit of ours. */
export async function debitOfTxid({ tx }: Pick<Work, 'tx'>, creditorId: string, txid: string): Promise<{ agreementId: string; number: number } | null> {
  if (!/^[0-9a-f]{32}$/.test(txid)) return null
  const debit = await findDebit(tx, creditorId, txid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  return debit && { agreementId: debit.agreementId, number: debit.installmentNumber }
}
