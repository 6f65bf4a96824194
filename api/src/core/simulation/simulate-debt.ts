import type { Balance } from '../interest/types.ts'
import { matchDebts, type WeighedDebt } from '../offers/match/match-debts.ts'
import { dropWorseFigures } from './drop-worse-figures.ts'
import { priceOffers } from './price-offers.ts'
import type { PolicyLayout, PortfolioDebt, RuleLayout, SimulatedDebt } from './types.ts'

/**
 * Which rule of a policy reaches a debt, and what would be offered for it alone: the figures of `buildOffers`. The
 * balance is the day's; null where an index lacks a month for it.
 */
export function simulateDebt(layout: PolicyLayout, { debt, person }: PortfolioDebt, balance: Balance | null): SimulatedDebt {
  if (!balance) return { outcome: 'indexMissing' }
  const balanceCents = balance.totalCents
  if (balanceCents === 0n) return { outcome: 'nothingOwed' }
  const weighed: WeighedDebt = { debt, balance }
  const [matched] = matchDebts([weighed], { policy: layout.policy, person }) ?? []
  if (!matched) return { outcome: 'unreached', balanceCents }
  const rule = layoutOf(layout, matched.rule)
  return { outcome: 'reached', rule, balanceCents, offers: dropWorseFigures(priceOffers(rule, matched, layout.today), rule) }
}

function layoutOf({ rules }: PolicyLayout, rule: RuleLayout['rule']): RuleLayout {
  const found = rules.find((each) => each.rule === rule)
  if (!found) throw new Error('a rule of the policy is laid out')
  return found
}
