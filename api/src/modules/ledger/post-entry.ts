import type { LedgerEvent } from '@repactua/shared/contract/ledger.ts'
import type { Work } from '../../platform/work.ts'
import { callPostEntry, type EntryCall } from './ledger.repository.ts'
import type { Line } from './ledger.rules.ts'

/** What one event moved. `sourceId` is what made it: the agreement, the amendment, the payment, its exception or its refund. One event of one source is posted once. */
export interface NewEntry {
  creditorId: string
  /** Null where nobody knows yet what money is for. */
  agreementId: string | null
  event: Exclude<LedgerEvent, 'opened'>
  sourceId: string
  lines: readonly Line[]
}

/** Posts an entry in the transaction of its event; one that moves nothing is left out. The database refuses what does not balance. */
export async function postEntry(work: Work, entry: NewEntry): Promise<void> {
  const call = entryCall({ newId: work.newId, now: work.clock.now() }, entry)
  if (call) await callPostEntry(work.tx, entry.creditorId, call)
}

/** The same in the form that a signature takes along: its function posts it. Null where nothing is moved. */
export function entryCall({ newId, now }: { newId: () => string; now: Date }, { event, agreementId, sourceId, lines }: NewEntry): EntryCall | null {
  if (lines.length === 0) return null
  return { id: newId(), event, agreementId, sourceId, postedAt: now.toISOString(), lines: lines.map((line) => ({ ...line, cents: line.cents.toString() })) }
}
