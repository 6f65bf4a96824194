import type { Platform } from '../../platform/platform.ts'
import { creditorIds } from '../creditors/index.ts'
import { endLostTests } from './templates.repository.ts'

const SYSTEM = { kind: 'system' } as const
const DAY_MS = 86_400_000

/** Gives up tests that no provider took within a day, and forgets their addresses. */
export async function forgetTests({ transact, clock }: Pick<Platform, 'transact' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - DAY_MS)
  for (const creditorId of await transact(SYSTEM, { nobody: true }, ({ tx }) => creditorIds(tx))) {
    await transact(SYSTEM, { creditorId }, ({ tx }) => endLostTests(tx, creditorId, before))
  }
}
