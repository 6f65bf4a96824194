import { txidFor } from '../../core/pix/txid.ts'
import type { Work } from '../../platform/work.ts'
import { findPixCharge, knowsTxid, movePixCharge } from './pix-charges.repository.ts'
import { idOfTxid } from './txid.rules.ts'

/**
 * The txid of ours that a txid at the bank stands for: a charge at the bank, which is paid from now on, or a static code. Null
 * where it is neither.
 */
export async function settleBankTxid(work: Work, creditorId: string, txid: string): Promise<string | null> {
  const id = idOfTxid(txid)
  const charge = id && (await findPixCharge(work.tx, { creditorId, id }))
  if (!charge) return (await knowsTxid(work.tx, creditorId, txid)) ? txid : null
  await movePixCharge(work.tx, charge, ['prepared', 'active'], { status: 'paid', changedAt: work.clock.now() })
  return txidFor(charge.chargeId)
}
