import type { OfferOption, UnavailableCount } from './types.ts'

/**
 * Leaves out every option that another one beats: no longer, no dearer in all, no heavier in any month, and better in
 * one of these. A payment at once is beaten only by one that leaves as much time. A policy whose longer plans bear interest makes such options; no debtor should have to find out.
 */
export function dropWorse(options: readonly OfferOption[]): { kept: OfferOption[]; worse: UnavailableCount[] } {
  const weighed = options.map((option) => ({ option, heaviest: heaviest(option) }))
  const isBeaten = (one: Weighed) => weighed.some((other) => beats(other, one))
  const worse = weighed.filter(isBeaten).map(({ option }) => option)
  return {
    kept: options.filter((option) => !worse.includes(option)),
    worse: worse.map(({ count }) => ({ count, reason: 'worse_than_another' })),
  }
}

interface Weighed {
  option: OfferOption
  heaviest: bigint
}

function beats(a: Weighed, b: Weighed): boolean {
  const isNowhereWorse = !isSooner(a.option, b.option) && a.option.count <= b.option.count && a.option.totalCents <= b.option.totalCents && a.heaviest <= b.heaviest
  return isNowhereWorse && (a.option.count < b.option.count || a.option.totalCents < b.option.totalCents || a.heaviest < b.heaviest)
}

// Of two payments at once the later one leaves more time; among plans the count says how long they run.
function isSooner(a: OfferOption, b: OfferOption): boolean {
  return a.kind === 'cash' && b.kind === 'cash' && (a.installments[0]?.dueOn ?? '') < (b.installments[0]?.dueOn ?? '')
}

function heaviest({ installments }: OfferOption): bigint {
  return installments.reduce((most, { amountCents }) => (amountCents > most ? amountCents : most), 0n)
}
