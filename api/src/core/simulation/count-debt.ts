import type { Balance } from '../interest/types.ts'
import { weighDebts } from '../offers/match/match-debts.ts'
import { simulateDebt } from './simulate-debt.ts'
import { addDebt, emptyTotals, type PolicyTotals } from './totals.ts'
import type { PlanTaken, PolicyLayout, PortfolioDebt } from './types.ts'

/** Two policies side by side; before the first publication there is none in force. */
export interface SideBySide<T> {
  draft: T
  inForce: T | null
}

/** All that a simulation remembers of the debts that it has seen. `debts` are the open ones, barred ones included. */
export interface PortfolioTotals extends SideBySide<PolicyTotals> {
  debts: number
  barred: number
}

/** Totals of no debt yet. */
export function emptyPortfolio({ draft, inForce }: SideBySide<PolicyLayout>): PortfolioTotals {
  return { debts: 0, barred: 0, draft: emptyTotals(draft), inForce: inForce && emptyTotals(inForce) }
}

/** Counts one open debt into both policies. A barred one is counted as such and nothing is offered for it (CC 189). */
export function countDebt(totals: PortfolioTotals, layouts: SideBySide<PolicyLayout>, debt: PortfolioDebt & { isBarred: boolean }, planTaken: PlanTaken): void {
  totals.debts += 1
  if (debt.isBarred) {
    totals.barred += 1
    return
  }
  const { draft, inForce } = layouts
  const balance = balanceUnder(draft, debt)
  addDebt(totals.draft, simulateDebt(draft, debt, balance), planTaken)
  if (!totals.inForce || !inForce) return
  const isSame = inForce.policy.projectIndices === draft.policy.projectIndices
  addDebt(totals.inForce, simulateDebt(inForce, debt, isSame ? balance : balanceUnder(inForce, debt)), planTaken)
}

// A balance hangs on the day and on whether missing months of an index are projected, on nothing else of a policy.
function balanceUnder({ regime, today, policy }: PolicyLayout, { debt }: PortfolioDebt): Balance | null {
  const weighed = weighDebts({ debts: [debt], regime, today, policy })
  return (weighed.ok && weighed.value[0]?.balance) || null
}
