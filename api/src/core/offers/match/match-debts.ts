import type { PolicyRule } from '@repactua/shared/contract/policies.ts'
import { balanceAsOf, type MissingIndex } from '../../interest/balance.ts'
import type { Balance } from '../../interest/types.ts'
import { ok, type Result } from '../../result.ts'
import { matchRule, type DebtTraits } from './match-rule.ts'
import type { OfferDebt, OfferPolicy, OfferRequest, PersonTraits } from '../types.ts'

export interface WeighedDebt {
  debt: OfferDebt
  balance: Balance
}

export interface MatchedDebt extends WeighedDebt {
  rule: PolicyRule
}

/**
 * Each debt with what it comes to today; refuses where an index lacks a month that one of them needs, unless the
 * policy has the last known one stand in.
 */
export function weighDebts({ debts, regime, today, policy }: Pick<OfferRequest, 'debts' | 'regime' | 'today'> & { policy?: Pick<OfferPolicy, 'projectIndices'> }): Result<WeighedDebt[], MissingIndex> {
  const weighed: WeighedDebt[] = []
  for (const debt of debts) {
    const balance = balanceAsOf({ ...debt.terms, regime }, today, policy)
    if (!balance.ok) return balance
    weighed.push({ debt, balance: balance.value })
  }
  return ok(weighed)
}

/** Each debt that still comes to something, with the rule that fits it; null where one of them fits no rule. */
export function matchDebts(weighed: readonly WeighedDebt[], { policy, person }: Pick<OfferRequest, 'policy' | 'person'>): MatchedDebt[] | null {
  const matched: MatchedDebt[] = []
  for (const each of weighed) {
    if (each.balance.totalCents === 0n) continue
    const rule = matchRule(policy, traitsOf(each, person))
    if (!rule) return null
    matched.push({ ...each, rule })
  }
  return matched
}

function traitsOf({ debt: { product, segment, riskBand, tags }, balance }: WeighedDebt, person: PersonTraits): DebtTraits {
  return { ...person, product, segment, riskBand, tags, overdueDays: balance.overdueDays, balanceCents: balance.totalCents }
}
