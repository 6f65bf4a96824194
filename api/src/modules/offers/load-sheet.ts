import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { Work } from '../../platform/work.ts'
import { findSheet, type OfferSheetRecord } from './offers.repository.ts'

/** The actor's own sheet, as it was answered, whether it still stands or not; null where there is none. */
export async function loadSheet(work: Pick<Work, 'tx' | 'actor'>, { sheetId }: { sheetId: string }): Promise<{ record: OfferSheetRecord; sheet: OfferSheet } | null> {
  const record = await findSheet(work.tx, work.actor, sheetId)
  return record && { record, sheet: JSON.parse(record.document) as OfferSheet }
}
