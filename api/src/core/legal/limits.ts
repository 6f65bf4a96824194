import { ruleOn, type LegalRule } from './legal-rules.ts'
import type { LegalScope } from './types.ts'

/** A rule whose number is a limit on the day that was asked for. */
export interface Limit {
  rule: LegalRule
  bps: number
}

/** The most that a fine for lateness may be (CDC 52 §1); null before the rule. */
export function lateFeeLimit(on: LegalScope['on']): Limit | null {
  return limitOf(ruleOn('late-fine', on))
}

/** The most that default interest may be a month: Súmula 379 for financial creditors, the usury law for all others. */
export function defaultInterestLimit({ regime, on }: LegalScope): Limit | null {
  return limitOf(ruleOn(regime === 'financial' ? 'default-interest-bank' : 'usury', on))
}

/** The most that an installment plan may cost a month: the usury law, which does not bind financial creditors. */
export function planRateLimit({ regime, on }: LegalScope): Limit | null {
  return regime === 'financial' ? null : limitOf(ruleOn('usury', on))
}

function limitOf(rule: LegalRule | null): Limit | null {
  return rule && rule.number !== null ? { rule, bps: rule.number } : null
}
