import type { PolicyCondition, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { Product } from '../legal/types.ts'

/** What of a debt a policy may look at. */
export interface DebtTraits {
  overdueDays: number
  balanceCents: bigint
  product: Product
  segment: string | null
}

/** The first rule whose every condition the debt meets; null where none does. Ranges include both ends. */
export function matchRule(rules: readonly PolicyRule[], debt: DebtTraits): PolicyRule | null {
  return rules.find(({ when }) => meets(when, debt)) ?? null
}

function meets(when: PolicyCondition, debt: DebtTraits): boolean {
  return (
    within(when.overdueDays, debt.overdueDays) &&
    within(when.balanceCents, debt.balanceCents) &&
    (when.products?.includes(debt.product) ?? true) &&
    (when.segments === undefined || (debt.segment !== null && when.segments.includes(debt.segment)))
  )
}

function within(range: PolicyCondition['overdueDays'], value: number | bigint): boolean {
  return value >= (range?.min ?? 0) && value <= (range?.max ?? Infinity)
}
