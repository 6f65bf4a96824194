import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { showPercent } from '../interest/percent.ts'
import { ruleOn, type LegalRule } from './legal-rules.ts'
import type { LegalScope } from './types.ts'

/** A rule whose number is a limit on the day that was asked for. */
export interface Limit {
  rule: LegalRule
  /** Whole basis points that the limit leaves room for: a rate in basis points passes it exactly where it is above. */
  bps: number
  /** The limit itself, as people write it. */
  percent: string
}

const MILLIONTHS_OF_A_BPS = 10_000n

/** The most that a fine for lateness may be (CDC 52 §1); null before the rule. */
export function lateFeeLimit(on: LegalScope['on']): Limit | null {
  return limitOf(ruleOn('late-fine', on))
}

/** The most that default interest may be a month: Súmula 379 for financial creditors, the usury law for all others. */
export function defaultInterestLimit(scope: LegalScope): Limit | null {
  return scope.regime === 'financial' ? limitOf(ruleOn('default-interest-bank', scope.on)) : usuryLimit(scope)
}

/** The most that interest before lateness may be a month: the usury law, which does not bind financial creditors. */
export function planRateLimit(scope: LegalScope): Limit | null {
  return scope.regime === 'financial' ? null : usuryLimit(scope)
}

/** The most that collection fees may be; null before the rule. */
export function collectionFeesLimit(on: LegalScope['on']): Limit | null {
  return limitOf(ruleOn('collection-fees', on))
}

// Twice the legal rate of the month, to the millionth of a per cent. Where the table lacks the month the dated row stands,
// and where the rate is zero too: twice nothing would forbid all interest, which no court has read in the law.
function usuryLimit({ on, legalRate }: LegalScope): Limit | null {
  const rule = ruleOn('usury', on)
  if (!rule || !legalRate || legalRate <= 0n) return limitOf(rule)
  const twice = 2n * legalRate
  return { rule, bps: Number(twice / MILLIONTHS_OF_A_BPS), percent: showPercent(twice) }
}

function limitOf(rule: LegalRule | null): Limit | null {
  return rule && rule.number !== null ? { rule, bps: rule.number, percent: formatBps(rule.number) } : null
}
