import type { OfferOption, UnavailableCount } from '../types.ts'

/**
 * Leaves out every option that another one beats: no longer, no dearer in all, no heavier in any month, and better in
 * one of these. A payment at once is beaten only by one that leaves as much time. A policy whose longer plans bear interest makes such options; no debtor should have to find out.
 */
export function dropWorse(options: readonly OfferOption[]): { kept: OfferOption[]; worse: UnavailableCount[] } {
  const kept: Weighed[] = []
  const worse: UnavailableCount[] = []
  let lightest: bigint | null = null
  for (const one of options.map(weigh).sort(byCount)) {
    // What is lighter than all shorter ones is beaten by none: in most policies no two options have to be held side by side.
    if (lightest !== null && one.heaviest >= lightest && kept.some((other) => beats(other, one))) {
      worse.push({ count: one.option.count, reason: 'worse_than_another' })
      continue
    }
    kept.push(one)
    if (lightest === null || one.heaviest < lightest) lightest = one.heaviest
  }
  return { kept: kept.map(({ option }) => option), worse }
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

function weigh(option: OfferOption): Weighed {
  return { option, heaviest: heaviest(option) }
}

// Who beats another never stands behind it in this order.
function byCount(a: Weighed, b: Weighed): number {
  return a.option.count - b.option.count || compare(a.option.totalCents, b.option.totalCents) || compare(a.heaviest, b.heaviest)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b)
}

// Installments never rise: the first after a down payment is the heaviest of them.
function heaviest({ installments: [first, second] }: OfferOption): bigint {
  const [one, two] = [first?.amountCents ?? 0n, second?.amountCents ?? 0n]
  return one > two ? one : two
}
