import type { Platform } from '../../../platform/platform.ts'
import { creditorIds } from '../../creditors/index.ts'
import { endHold } from './end-hold.ts'
import { lapsedHolds } from './holds.repository.ts'

const SYSTEM = { kind: 'system' } as const

/** A round of the night: ends the pauses whose last day is over, each in a transaction of its own. */
export async function endLapsedHolds(platform: Platform): Promise<void> {
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    const lapsed = await platform.transact(SYSTEM, { creditorId }, (work) => lapsedHolds(work.tx, creditorId, work.today))
    for (const externalId of lapsed) await platform.transact(SYSTEM, { creditorId }, (work) => endHold(work, { creditorId, externalId }))
  }
}
