import type { NO_BETTER_REASONS, OPTION_REASONS } from '@repactua/shared/contract/offers.ts'
import { PROPOSAL_OPTION } from './price/offer-proposal.ts'
import type { OfferOption, Offers, UnavailableReason } from './types.ts'

export type OptionReason = (typeof OPTION_REASONS)[number]
export type NoBetterReason = (typeof NO_BETTER_REASONS)[number]

/** Why an option has no longer plan or no larger discount; `count` and `other` name what it is held against. */
export interface NoBetter {
  code: NoBetterReason
  count?: number
  other?: OfferOption
}

/** Why this option is offered. */
export function reasonOf({ id, kind, discountCents, interestCents }: OfferOption): OptionReason {
  if (id === PROPOSAL_OPTION) return 'own_offer'
  if (kind === 'cash' && id !== 'cash') return 'cash_with_more_time'
  if (kind === 'cash') return discountCents > 0n ? 'cash_with_discount' : 'cash_without_discount'
  if (interestCents > 0n) return 'with_interest'
  return discountCents > 0n ? 'interest_free_with_discount' : 'interest_free'
}

/** Why the next longer plan is not offered, where it is not, and where a larger discount is to be had, if anywhere. */
export function noBetterThan(option: OfferOption, { options, unavailable }: Pick<Offers, 'options' | 'unavailable'>): NoBetter[] {
  if (option.id === PROPOSAL_OPTION) return []
  // What was agreed with one person is nothing that the policy offers.
  const offered = options.filter(({ id }) => id !== PROPOSAL_OPTION)
  return [...noLonger(option, offered, unavailable), noLargerDiscount(option, offered)]
}

const LONGER: Record<UnavailableReason, NoBetterReason> = {
  not_in_policy: 'longer_not_given',
  installment_too_small: 'longer_too_small',
  down_payment_too_small: 'longer_down_payment',
  worse_than_another: 'longer_worse',
  outside_law: 'longer_outside_law',
  no_common_due_day: 'longer_no_due_day',
}

function noLonger({ kind, count }: OfferOption, options: readonly OfferOption[], unavailable: Offers['unavailable']): NoBetter[] {
  const longer = [...options, ...unavailable].map((each) => each.count).filter((each) => each > count)
  if (longer.length === 0) return [{ code: kind === 'cash' ? 'no_installments' : 'longest_plan' }]
  const next = Math.min(...longer)
  const missing = options.some((each) => each.count === next) ? undefined : unavailable.find((each) => each.count === next)
  return missing ? [{ code: LONGER[missing.reason], count: next }] : []
}

// Of all larger discounts the nearest one: a step up, not the far end of the list.
function noLargerDiscount(option: OfferOption, options: readonly OfferOption[]): NoBetter {
  const [nearest] = options.filter((each) => each.discountCents > option.discountCents).sort((a, b) => compare(a.discountCents, b.discountCents) || b.count - a.count)
  return nearest ? { code: 'larger_discount_elsewhere', other: nearest } : { code: 'largest_discount' }
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b)
}
