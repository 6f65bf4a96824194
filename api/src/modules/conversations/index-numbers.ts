import type { Platform } from '../../platform/platform.ts'
import { creditorIds } from '../creditors/index.ts'
import { indexPhones } from '../debtors/index.ts'

/** A round of the night: everybody with a phone on file is found by it. */
export async function indexNumbers(platform: Platform): Promise<void> {
  const ids = await platform.transact({ kind: 'system' }, { nobody: true }, (work) => creditorIds(work.tx))
  for (const creditorId of ids) await indexPhones(platform, creditorId)
}
