import type { Platform } from '../../platform/platform.ts'
import { creditorsWithPix } from '../pix-accounts/index.ts'
import { refundsUnderWay } from './pix-refunds.repository.ts'

const SYSTEM = { kind: 'system' } as const
/** A devolution that is under way is asked about so often, where no news of it came. */
const EVERY_MS = 60_000

/** A round of every minute: has the bank asked about refunds that are under way. */
export async function pollRefunds({ clock, transact }: Pick<Platform, 'clock' | 'transact'>): Promise<void> {
  const before = new Date(clock.now().getTime() - EVERY_MS)
  for (const creditorId of await transact(SYSTEM, { nobody: true }, ({ tx }) => creditorsWithPix(tx))) {
    await transact(SYSTEM, { creditorId }, async ({ tx, jobs }) => {
      for (const refundId of await refundsUnderWay(tx, creditorId, before)) await jobs.send(tx, 'send-pix-refund', { creditorId, refundId })
    })
  }
}
