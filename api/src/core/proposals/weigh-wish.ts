import { offerProposal } from '../offers/price/offer-proposal.ts'
import type { Sheet } from '../offers/price/assemble-option.ts'
import type { OfferOption } from '../offers/types.ts'
import { floorsOf, roundFloors } from './floors.ts'
import type { Scales } from './least-payment.ts'
import type { Floors, Wish } from './types.ts'

/** An option for everybody, with the down payment that its sheet was asked with. */
export interface Standing {
  option: OfferOption
  askedDownCents: bigint | undefined
}

/** All that an answer hangs on. `scales` is null where the policy takes no offers. */
export interface Weighing {
  monthlyCents: bigint
  downPaymentCents: bigint
  balanceCents: bigint
  standing: readonly Standing[]
  scales: Scales | null
  /** What a plan may come to in all: first what the policy's longest plan finances, then the whole balance. */
  totals: readonly bigint[]
}

/** Lays out a wish beside what stands for everybody and beside the rounded floors. */
export function weighWish(sheet: Sheet, standing: readonly Standing[], wish: Wish): Weighing {
  const { balanceCents, dates, request: { today }, terms } = sheet
  const scales = terms.counterOffers ? { today, dates, balanceCents, floors: roundFloors(floorsOf(terms.counterOffers), balanceCents) } : null
  return {
    monthlyCents: wish.monthlyCents ?? 0n,
    downPaymentCents: wish.downPaymentCents ?? 0n,
    balanceCents,
    standing,
    scales,
    totals: [...new Set([longestFinanced(standing) ?? balanceCents, balanceCents])].filter((total) => isLawful(sheet, total)),
  }
}

/** The floors as the policy says them, for the creditor's eyes; null where it takes no offers. */
export function exactFloors({ terms }: Sheet): Floors | null {
  return terms.counterOffers && floorsOf(terms.counterOffers)
}

// Without interest what the law asks of a plan hangs on its total alone.
function isLawful(sheet: Sheet, totalCents: bigint): boolean {
  return offerProposal(sheet, { amounts: [totalCents], downPaymentCents: 0n }) !== null
}

function longestFinanced(standing: readonly Standing[]): bigint | undefined {
  const plans = standing.filter(({ option, askedDownCents }) => option.kind === 'installments' && askedDownCents === undefined)
  return plans.toSorted((a, b) => b.option.count - a.option.count)[0]?.option.financedCents
}
