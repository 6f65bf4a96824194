import type { OfferOption, UnavailableCount } from './types.ts'

/**
 * Leaves out every option that another one beats: no longer, no dearer in all, no heavier in any month, and better in
 * one of these. A policy whose longer plans bear interest makes such options; no debtor should have to find out.
 */
export function dropWorse(options: readonly OfferOption[]): { kept: OfferOption[]; worse: UnavailableCount[] } {
  const isBeaten = (option: OfferOption) => options.some((other) => beats(other, option))
  return {
    kept: options.filter((option) => !isBeaten(option)),
    worse: options.filter(isBeaten).map(({ count }) => ({ count, reason: 'worse_than_another' })),
  }
}

function beats(a: OfferOption, b: OfferOption): boolean {
  const [heavyA, heavyB] = [heaviest(a), heaviest(b)]
  const isNowhereWorse = a.count <= b.count && a.totalCents <= b.totalCents && heavyA <= heavyB
  return isNowhereWorse && (a.count < b.count || a.totalCents < b.totalCents || heavyA < heavyB)
}

function heaviest({ installments }: OfferOption): bigint {
  return installments.reduce((most, { amountCents }) => (amountCents > most ? amountCents : most), 0n)
}
