import type { Platform } from '../../platform/platform.ts'
import { faultOf, openBank, removeCobv } from '../pix-accounts/index.ts'
import { findPixCharge, movePixCharge } from './pix-charges.repository.ts'
import { bankTxid } from '../../core/pix/bank-txid.ts'

const SYSTEM = { kind: 'system' } as const

/** The job `remove-pix-charge`: takes a superseded charge back at the bank, so that nobody pays it any more. Twice is once. */
export async function removePixCharge(platform: Platform, { creditorId, pixChargeId: id }: { creditorId: string; pixChargeId: string }): Promise<void> {
  const charge = await platform.transact(SYSTEM, { creditorId }, ({ tx }) => findPixCharge(tx, { creditorId, id }))
  if (charge?.status !== 'superseded') return
  const bank = await openBank(platform, creditorId, 'job')
  const told = bank && (await removeCobv(bank, bankTxid(id)))
  if (told?.ok === false) throw faultOf('to take a charge back', told.error)
  await platform.transact(SYSTEM, { creditorId }, ({ tx, clock }) => movePixCharge(tx, charge, ['superseded'], { status: 'removed', changedAt: clock.now() }))
}
