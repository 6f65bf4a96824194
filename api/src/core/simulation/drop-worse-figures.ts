import type { OfferFigures, RuleLayout } from './types.ts'

/**
 * Leaves out every offer that another one beats: no longer, no dearer in all, no heavier in any month; of two cash
 * payments a later and cheaper one. Offers come by count, so that only an earlier one can beat a plan. The same as
 * `dropWorse`, on figures.
 */
export function dropWorseFigures(offers: readonly OfferFigures[], { lines }: Pick<RuleLayout, 'lines'>): OfferFigures[] {
  const cash = offers.filter(({ line }) => lines[line]?.kind === 'cash')
  const kept = cash.length > 1 ? cash.filter((offer) => !cash.some((other) => isLaterAndCheaper(other, offer, lines))) : cash
  for (const offer of offers.slice(cash.length)) if (!kept.some((better) => beats(better, offer))) kept.push(offer)
  return kept
}

function isLaterAndCheaper(other: OfferFigures, offer: OfferFigures, lines: RuleLayout['lines']): boolean {
  return other.totalCents < offer.totalCents && dueOn(lines[other.line]) >= dueOn(lines[offer.line])
}

function dueOn(line: RuleLayout['lines'][number] | undefined): string {
  return line?.kind === 'cash' ? line.dueOn : ''
}

function beats(a: OfferFigures, b: OfferFigures): boolean {
  return a.totalCents <= b.totalCents && a.heaviestCents <= b.heaviestCents
}
