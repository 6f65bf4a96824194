import type { OfferFigures } from './types.ts'

/**
 * Leaves out every offer that an earlier one beats: no longer, no dearer in all, no heavier in any month. Offers come by
 * count, each once, so that only what stands before an offer can beat it. The same as `dropWorse`, on figures.
 */
export function dropWorseFigures(offers: readonly OfferFigures[]): OfferFigures[] {
  const kept: OfferFigures[] = []
  for (const offer of offers) if (!kept.some((better) => beats(better, offer))) kept.push(offer)
  return kept
}

function beats(a: OfferFigures, b: OfferFigures): boolean {
  return a.totalCents <= b.totalCents && a.heaviestCents <= b.heaviestCents
}
