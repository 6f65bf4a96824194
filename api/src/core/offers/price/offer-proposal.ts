import { allot } from '../../money/allot.ts'
import type { OpenAmounts } from '../../interest/types.ts'
import { assembleOption, type PricedDebt, type Sheet } from './assemble-option.ts'
import type { ComponentDiscount, OfferOption, ProposedPlan } from '../types.ts'

/** The id of the option that a person offered and the creditor agreed to. */
export const PROPOSAL_OPTION = 'proposal'

// What is forgiven first: what the delay added, the principal last.
const FORGIVEN_FIRST: readonly [keyof OpenAmounts, ComponentDiscount['component']][] = [
  ['collectionFees', 'collection_fees'],
  ['lateFine', 'late_fine'],
  ['defaultInterest', 'default_interest'],
  ['contractInterest', 'contract_interest'],
  ['correction', 'correction'],
  ['principal', 'principal'],
]

/**
 * An agreed plan as an option of the sheet, on its dates and held against the same law; null where it comes to more than
 * the balance, is longer than the dates, or fails a check. Each debt keeps its share of the balance.
 */
export function offerProposal(sheet: Sheet, { amounts, downPaymentCents }: ProposedPlan): OfferOption | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  if (total <= 0n || total > sheet.balanceCents || sheet.dates.length < amounts.length || amounts.some((amount) => amount <= 0n)) return null
  const shares = allot(total, sheet.debts.map(({ balance }) => balance.totalCents))
  const priced = sheet.debts.map((matched, i): PricedDebt => {
    const cents = shares[i] ?? 0n
    return { matched, financedCents: cents, totalCents: cents, discounts: forgive(matched.balance.open, matched.balance.totalCents - cents) }
  })
  const kind = amounts.length === 1 ? 'cash' : 'installments'
  return assembleOption(sheet, { id: PROPOSAL_OPTION, kind, priced, downPaymentCents, amounts, dates: sheet.dates, monthlyRateBps: 0 })
}

function forgive(open: OpenAmounts, cents: bigint): ComponentDiscount[] {
  let left = cents
  return FORGIVEN_FIRST.flatMap(([name, component]) => {
    const share = open[name] < left ? open[name] : left
    left -= share
    return share > 0n ? [{ component, cents: share }] : []
  })
}
