import { useState } from 'react'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { pickHighlights } from './pick-highlights.ts'

/** Which options are in sight: a few, or all of them once the person asks. */
export function useShownOptions(options: readonly OfferOption[], chosenId: string | undefined) {
  const [all, setAll] = useState(false)
  const few = pickHighlights(options, chosenId)
  return { all, setAll, shown: all ? options : few, canFold: options.length > few.length }
}
