import type { Transaction } from '../../../platform/db/transaction.ts'
import { findBoleto } from '../../boletos/index.ts'
import { findChargeByTxid, type ChargeRecord } from '../payments.repository.ts'
import { uuidOf } from '../../../core/pix/txid.ts'

/** The charge of a txid: a Pix code, or the one on a boleto, whose txid leads back to it. */
export async function findCharge(tx: Transaction, creditorId: string, txid: string): Promise<Pick<ChargeRecord, 'agreementId' | 'installmentNumber' | 'amountCents'> | null> {
  const charge = await findChargeByTxid(tx, creditorId, txid)
  if (charge) return charge
  const id = uuidOf(txid)
  return id === null ? null : findBoleto(tx, creditorId, id)
}
