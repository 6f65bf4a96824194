import type { Work } from '../../platform/work.ts'
import { movePixCharge, type PixChargeRecord } from './pix-charges.repository.ts'

/** Takes a charge out of force, and has a job take it back at the bank. */
export async function supersede(work: Work, { creditorId, id }: Pick<PixChargeRecord, 'creditorId' | 'id'>): Promise<void> {
  const isMoved = await movePixCharge(work.tx, { creditorId, id }, ['prepared', 'active'], { status: 'superseded', changedAt: work.clock.now() })
  if (isMoved) await work.jobs.send(work.tx, 'remove-pix-charge', { creditorId, pixChargeId: id })
}
