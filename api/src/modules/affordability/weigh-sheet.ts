import type { AffordabilityInput } from '@repactua/shared/contract/affordability.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { Affordability, PlannedOption } from '../../core/affordability/types.ts'
import { weighOptions } from '../../core/affordability/weigh-options.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { loadSheet } from '../offers/index.ts'

/** Weighs each option of a sheet of the person's own against their month. Reads only; the figures go nowhere. */
export async function weighSheet(work: Work, { offerSheetId, incomeCents, essentialsCents, dependants = 0 }: AffordabilityInput): Promise<Affordability> {
  const found = await loadSheet(work, { sheetId: readId(offerSheetId) })
  if (!found) throw new AppError('not_found')
  const budget = { incomeCents: BigInt(incomeCents), essentialsCents: BigInt(essentialsCents), dependants }
  return weighOptions(found.sheet.options.map(planOf), budget, work.today)
}

function planOf({ id, installments }: OfferOption): PlannedOption {
  return { id, installments: installments.map(({ dueOn, amountCents }) => ({ dueOn, amountCents: BigInt(amountCents) })) }
}
