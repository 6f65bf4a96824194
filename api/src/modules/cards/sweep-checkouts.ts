import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { creditorIds } from '../creditors/index.ts'
import { checkoutsToAsk } from './checkouts.repository.ts'
import { confirmCheckout } from './confirm-checkout.ts'

const SYSTEM = { kind: 'system' } as const
const PATIENCE_MS = 10 * 60_000

/** The job `sweep-card-checkouts`: asks after every open page of which no news has come for ten minutes. One that fails waits for the next round. */
export async function sweepCheckouts({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - PATIENCE_MS)
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    for (const checkoutId of await platform.transact(SYSTEM, { creditorId }, (work) => checkoutsToAsk(work.tx, creditorId, before))) {
      await confirmCheckout(platform, { creditorId, checkoutId }).catch((error: unknown) => logger.error({ err: error, checkoutId }, 'a card checkout was not asked after'))
    }
  }
}
