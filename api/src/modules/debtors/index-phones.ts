import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { findRowsWithoutPhoneIndex, setPhoneIndex } from './debtors.repository.ts'
import { phoneIndexOf } from './phone-index.ts'

const SYSTEM = { kind: 'system' } as const
const AT_ONCE = 500

/** A round of the night, of one creditor: has people found by their number who were there before numbers could be looked up. */
export async function indexPhones(platform: Platform, creditorId: string): Promise<void> {
  for (;;) {
    const indexed = await platform.transact(SYSTEM, { creditorId }, (work) => indexSome(work, creditorId))
    if (indexed < AT_ONCE) return
  }
}

async function indexSome(work: Work, creditorId: string): Promise<number> {
  const rows = await findRowsWithoutPhoneIndex(work.tx, creditorId, AT_ONCE)
  for (const row of rows) await setPhoneIndex(work.tx, row, phoneIndexOf(work.keys, work.keys.open(row.phoneSealed!)))
  return rows.length
}
