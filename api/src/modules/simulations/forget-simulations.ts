import type { Platform } from '../../platform/platform.ts'
import { creditorIds } from '../creditors/index.ts'
import { deleteBefore } from './simulations.repository.ts'

const KEPT_DAYS = 90
const SYSTEM = { kind: 'system' } as const

/** Forgets simulations ninety days after they were asked for: they tell of a portfolio that is no more. */
export async function forgetSimulations({ transact, clock }: Pick<Platform, 'transact' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000)
  for (const creditorId of await transact(SYSTEM, { nobody: true }, ({ tx }) => creditorIds(tx))) {
    await transact(SYSTEM, { creditorId }, ({ tx }) => deleteBefore(tx, creditorId, before))
  }
}
