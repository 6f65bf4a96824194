import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { creditorsWithPix } from '../pix-accounts/index.ts'
import { lockOutdated, longSuperseded, movePixCharge } from './pix-charges.repository.ts'
import { supersede } from './supersede.ts'

const SYSTEM = { kind: 'system' } as const
/** The job of a removal tries for half an hour. */
const PATIENCE_MS = 3_600_000

/**
 * The job `tidy-pix-charges`, every minute: takes out of force what no longer asks for what is open: paid in part or
 * elsewhere, moved, amended, cancelled, settled, broken. It reads what stands and not what happened, so that no way of
 * changing an installment can be forgotten.
 */
export async function tidyPixCharges({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorsWithPix(work.tx))) {
    await platform.transact(SYSTEM, { creditorId }, (work) => tidy(work, creditorId))
      .catch((error: unknown) => logger.error({ err: error, creditorId }, 'pix charges were not tidied'))
  }
}

async function tidy(work: Work, creditorId: string): Promise<void> {
  for (const id of await lockOutdated(work.tx, creditorId)) await supersede(work, { creditorId, id })
  const changedAt = work.clock.now()
  for (const id of await longSuperseded(work.tx, creditorId, new Date(changedAt.getTime() - PATIENCE_MS))) {
    await movePixCharge(work.tx, { creditorId, id }, ['superseded'], { changedAt })
    await work.jobs.send(work.tx, 'remove-pix-charge', { creditorId, pixChargeId: id })
  }
}
