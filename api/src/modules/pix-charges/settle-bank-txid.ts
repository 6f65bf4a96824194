import { txidFor } from '../../core/pix/txid.ts'
import type { Work } from '../../platform/work.ts'
import { findPixCharge, knowsTxid, movePixCharge } from './pix-charges.repository.ts'
import { idOfTxid } from '../../core/pix/bank-txid.ts'

/** A charge of ours, and how much of what its code asks for is for delay already. */
interface OwnCharge {
  txid: string
  lateCents: bigint
}

/**
 * What a txid at the bank stands for: a charge at the bank, which is paid from now on, or a static code. Null where it is
 * neither.
 */
export async function settleBankTxid(work: Work, creditorId: string, txid: string): Promise<OwnCharge | null> {
  const id = idOfTxid(txid)
  const charge = id && (await findPixCharge(work.tx, { creditorId, id }))
  if (!charge) return (await knowsTxid(work.tx, creditorId, txid)) ? { txid, lateCents: 0n } : null
  await movePixCharge(work.tx, charge, ['prepared', 'active'], { status: 'paid', changedAt: work.clock.now() })
  return { txid: txidFor(charge.chargeId), lateCents: charge.originalCents - charge.openCents }
}
