import type { BreakRule } from '@repactua/shared/contract/policies.ts'

const USUAL_NOTICE_DAYS = 5

/**
 * The most lenient of several break rules. Where one of them leaves the agreed amount (novation), all debts do: the
 * original ones would be more than what the debtor signed for.
 */
export function combineBreakRules(rules: readonly BreakRule[]): Required<BreakRule> {
  return {
    toleranceDays: Math.max(...rules.map((rule) => rule.toleranceDays)),
    missedInstallments: Math.max(...rules.map((rule) => rule.missedInstallments)),
    noticeDays: Math.max(...rules.map((rule) => rule.noticeDays ?? USUAL_NOTICE_DAYS)),
    effect: rules.some((rule) => rule.effect === 'novation') ? 'novation' : 'original_debt',
  }
}
