import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { loadSheet } from './load-sheet.ts'

/** The actor's own sheet as it was answered, after its last day too. Refuses what is not there or not theirs. */
export async function readSheet(work: Work, sheetId: string): Promise<OfferSheet> {
  const found = await loadSheet(work, { sheetId })
  if (!found) throw new AppError('not_found')
  return found.sheet
}
