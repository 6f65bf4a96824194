import { addDays } from '@repactua/shared/time/local-date.ts'
import type { Platform } from '../../platform/platform.ts'
import { creditorIds } from '../creditors/index.ts'
import { deleteBefore } from './simulations/ruler-simulations.repository.ts'
import { forgetTaken } from './steps-taken.repository.ts'

const KEPT_DAYS = 90
const SYSTEM = { kind: 'system' } as const

/** Forgets simulations after ninety days, and steps that were taken: no window reaches back so far. */
export async function forgetRulers({ transact, clock }: Pick<Platform, 'transact' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000)
  for (const creditorId of await transact(SYSTEM, { nobody: true }, ({ tx }) => creditorIds(tx))) {
    await transact(SYSTEM, { creditorId }, async ({ tx, today }) => {
      await deleteBefore(tx, creditorId, before)
      await forgetTaken(tx, creditorId, addDays(today, -KEPT_DAYS))
    })
  }
}
