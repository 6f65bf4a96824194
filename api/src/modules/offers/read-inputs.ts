import type { SheetInputsAnswer } from '@repactua/shared/contract/offers.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findSheetInputs } from './offers.repository.ts'
import { recomputeSheet } from './recompute-sheet.ts'
import type { SheetInputs } from './sheet-inputs.ts'

/**
 * What one of the creditor's sheets was made of, and whether it comes out the same when it is written again. Refuses what
 * is not theirs, and sheets from before inputs were kept.
 */
export async function readInputs(work: Work, sheetId: string): Promise<SheetInputsAnswer> {
  const found = await findSheetInputs(work.tx, creditorOf(work), sheetId)
  if (!found?.inputs) throw new AppError('not_found')
  const inputs = JSON.parse(found.inputs) as SheetInputs
  const again = recomputeSheet(inputs)
  const recomputed = again.ok ? again.value.sha256.toString('hex') : null
  const sha256 = found.sha256.toString('hex')
  return { sheetId: showId('sheet', sheetId), sha256, recomputed: { sha256: recomputed, isSame: recomputed === sha256 }, inputs: { ...inputs } }
}
