import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { isBarred } from '../../core/legal/prescription.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { loadDebts } from '../debts/index.ts'

/**
 * Refuses a sheet of which a debt's term has ended since: nobody revives it by a signature that does not say so (CC 191).
 * Refuses a voluntary sheet too, once the term turns out to run still: what it says would not be true.
 */
export async function refuseOtherFooting(work: Work, creditorId: string, sheet: OfferSheet): Promise<void> {
  const debts = await loadDebts(work, creditorId, sheet.debts.map(({ id }) => readId(id)))
  const barred = debts.filter(({ prescribesOn }) => isBarred(prescribesOn, work.today)).length
  if (!sheet.voluntary && barred > 0) throw new AppError('debt_barred')
  if (sheet.voluntary && barred < debts.length) throw new AppError('offer_sheet_expired')
}
