import { createHash } from 'node:crypto'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { buildOffers } from '../../core/offers/build-offers.ts'
import type { OfferRefusal } from '../../core/offers/types.ts'
import { ok, type Result } from '../../core/result.ts'
import { presentSheet } from './offers.presenter.ts'
import { requestOf, type SheetInputs } from './sheet-inputs.ts'

/** A sheet with the text that is kept of it, and the hash of that text. */
export interface WrittenSheet {
  sheet: OfferSheet
  document: string
  sha256: Buffer
}

/**
 * A sheet from nothing but its inputs. The same inputs give the same bytes: every sheet is written by this function, and
 * can be written again by whoever doubts it.
 */
export function recomputeSheet(inputs: SheetInputs): Result<WrittenSheet, OfferRefusal> {
  const offers = buildOffers(requestOf(inputs))
  if (!offers.ok) return offers
  const sheet = presentSheet(inputs, offers.value)
  const document = JSON.stringify(sheet)
  return ok({ sheet, document, sha256: createHash('sha256').update(document, 'utf8').digest() })
}
