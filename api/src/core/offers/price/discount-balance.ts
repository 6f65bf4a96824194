import type { Discount } from '@repactua/shared/contract/policies.ts'
import { sumOpen } from '../../interest/ledger.ts'
import type { OpenAmounts } from '../../interest/types.ts'
import { divideHalfUp } from '../../money/divide.ts'
import type { ComponentDiscount } from '../types.ts'

const BPS = 10_000n

export interface Discounted {
  financedCents: bigint
  discounts: ComponentDiscount[]
}

/**
 * Takes a rule's discount off what is open of each component. Half a cent is forgiven: it goes to the debtor.
 * Correction is the principal in today's money: it is forgiven as the principal is.
 */
export function discountBalance(open: OpenAmounts, discount: Discount): Discounted {
  const discounts: ComponentDiscount[] = [
    { component: 'principal', cents: share(open.principal, discount.principalBps) },
    { component: 'contract_interest', cents: share(open.contractInterest, discount.contractInterestBps ?? 0) },
    { component: 'correction', cents: share(open.correction, discount.principalBps) },
    { component: 'late_fine', cents: share(open.lateFine, discount.lateFineBps) },
    { component: 'default_interest', cents: share(open.defaultInterest, discount.defaultInterestBps) },
    { component: 'collection_fees', cents: share(open.collectionFees, discount.feesBps ?? 0) },
  ]
  const balance = sumOpen(open)
  return { financedCents: balance - sumDiscounts(discounts), discounts: discounts.filter(({ cents }) => cents > 0n) }
}

/** What several discounts come to together. */
export function sumDiscounts(discounts: readonly ComponentDiscount[]): bigint {
  return discounts.reduce((sum, { cents }) => sum + cents, 0n)
}

/** What several discounted debts come to together, with one discount for each component. */
export interface JoinedDiscounts extends Discounted {
  discountCents: bigint
}

/** Sums the debts of one plan up. */
export function joinDiscounts(debts: readonly Discounted[]): JoinedDiscounts {
  const discounts = mergeDiscounts(debts.map((debt) => debt.discounts))
  const financedCents = debts.reduce((sum, debt) => sum + debt.financedCents, 0n)
  return { financedCents, discounts, discountCents: sumDiscounts(discounts) }
}

/** The discounts of several debts, one line for each component. */
export function mergeDiscounts(lists: readonly (readonly ComponentDiscount[])[]): ComponentDiscount[] {
  const cents = new Map<ComponentDiscount['component'], bigint>()
  for (const discount of lists.flat()) cents.set(discount.component, (cents.get(discount.component) ?? 0n) + discount.cents)
  return [...cents].map(([component, sum]) => ({ component, cents: sum }))
}

function share(cents: bigint, bps: number): bigint {
  return bps === 0 || cents === 0n ? 0n : divideHalfUp(cents * BigInt(bps), BPS)
}
