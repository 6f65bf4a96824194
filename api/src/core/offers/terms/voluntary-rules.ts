import type { PolicyRule } from '@repactua/shared/contract/policies.ts'

/**
 * The rules as they hold for a voluntary payment of a barred debt. Nobody is late with what is not owed: no fine and no
 * interest on an installment, and an agreement that ends leaves the old debt as it was, with its claim at an end.
 */
export function voluntaryRules(rules: readonly PolicyRule[]): PolicyRule[] {
  return rules.map((rule) => {
    const { grant } = rule
    const breakRule = { ...grant.breakRule, effect: 'original_debt' as const }
    return { ...rule, grant: { ...grant, lateFeeBps: 0, defaultInterestMonthlyBps: 0, breakRule } }
  })
}
