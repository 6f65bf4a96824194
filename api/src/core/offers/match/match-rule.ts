import type { PolicyCondition, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { Product } from '../../legal/types.ts'
import type { OfferPolicy, PersonTraits, RiskBand } from '../types.ts'

/** What of a debt and of the person who owes it a policy may look at. */
export interface DebtTraits extends PersonTraits {
  overdueDays: number
  balanceCents: bigint
  product: Product
  segment: string | null
  riskBand: RiskBand | null
  tags: readonly string[]
}

/**
 * The first rule whose every condition the debt meets; null where none does, or where the debt is none of the policy's
 * audience. Ranges include both ends. A rule of a campaign reaches nothing while the campaign does not run.
 */
export function matchRule({ rules, audience, runningCampaigns }: Pick<OfferPolicy, 'rules' | 'audience' | 'runningCampaigns'>, debt: DebtTraits): PolicyRule | null {
  if (audience && !meets(audience, debt, runningCampaigns)) return null
  return rules.find(({ when }) => meets(when, debt, runningCampaigns)) ?? null
}

function meets(when: PolicyCondition, debt: DebtTraits, running: readonly string[]): boolean {
  return meetsDebt(when, debt) && meetsPerson(when, debt) && (when.campaign === undefined || running.includes(when.campaign))
}

function meetsDebt(when: PolicyCondition, debt: DebtTraits): boolean {
  return (
    within(when.overdueDays, debt.overdueDays) &&
    within(when.balanceCents, debt.balanceCents) &&
    among(when.products, debt.product) &&
    among(when.segments, debt.segment) &&
    among(when.riskBands, debt.riskBand) &&
    (when.tags === undefined || when.tags.some((tag) => debt.tags.includes(tag)))
  )
}

function meetsPerson(when: PolicyCondition, debt: DebtTraits): boolean {
  return (
    among(when.states, debt.state) &&
    within(when.debtCount, debt.debtCount) &&
    (when.hasBrokenAgreement === undefined || when.hasBrokenAgreement === debt.hasBrokenAgreement)
  )
}

function within(range: PolicyCondition['overdueDays'], value: number | bigint): boolean {
  return range === undefined || (value >= (range.min ?? 0) && value <= (range.max ?? Infinity))
}

// What is not known of a debt is among no list.
function among(list: readonly string[] | undefined, value: string | null): boolean {
  return list === undefined || (value !== null && list.includes(value))
}
