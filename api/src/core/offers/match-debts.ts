import type { PolicyRule } from '@repactua/shared/contract/policies.ts'
import { balanceAsOf, type MissingIndex } from '../interest/balance.ts'
import type { Balance } from '../interest/types.ts'
import { ok, type Result } from '../result.ts'
import { matchRule } from './match-rule.ts'
import type { OfferDebt, OfferRequest } from './types.ts'

export interface WeighedDebt {
  debt: OfferDebt
  balance: Balance
}

export interface MatchedDebt extends WeighedDebt {
  rule: PolicyRule
}

/** Each debt with what it comes to today; refuses where an index lacks a month that one of them needs. */
export function weighDebts({ debts, regime, today }: Pick<OfferRequest, 'debts' | 'regime' | 'today'>): Result<WeighedDebt[], MissingIndex> {
  const weighed: WeighedDebt[] = []
  for (const debt of debts) {
    const balance = balanceAsOf({ ...debt.terms, regime }, today)
    if (!balance.ok) return balance
    weighed.push({ debt, balance: balance.value })
  }
  return ok(weighed)
}

/** Each debt that still comes to something, with the rule that fits it; null where one of them fits no rule. */
export function matchDebts(weighed: readonly WeighedDebt[], rules: readonly PolicyRule[]): MatchedDebt[] | null {
  const matched: MatchedDebt[] = []
  for (const { debt, balance } of weighed) {
    if (balance.totalCents === 0n) continue
    const rule = matchRule(rules, { overdueDays: balance.overdueDays, balanceCents: balance.totalCents, product: debt.product, segment: debt.segment })
    if (!rule) return null
    matched.push({ debt, balance, rule })
  }
  return matched
}
