import type { SimulatedOffers, SimulatedPolicy, SimulatedRule, SimulationResult } from '@repactua/shared/contract/simulations.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { PortfolioTotals, SideBySide } from '../../core/simulation/count-debt.ts'
import { expectCash } from '../../core/simulation/expect-cash.ts'
import type { Group, LineTotals, PolicyTotals, RuleTotals } from '../../core/simulation/totals.ts'
import type { Acceptance, OfferLine, PolicyLayout, RuleLayout } from '../../core/simulation/types.ts'
import { showId } from '../../platform/ids.ts'
import type { Side } from './load-sides.ts'

interface ResultParts {
  sides: SideBySide<Side>
  totals: PortfolioTotals
  acceptance: Acceptance
}

/** What a simulation found, as it is answered and kept. */
export function presentResult({ sides, totals, acceptance }: ResultParts): SimulationResult {
  return {
    debts: totals.debts,
    barred: totals.barred,
    draft: presentPolicy(sides.draft, totals.draft, acceptance),
    inForce: sides.inForce && totals.inForce && presentPolicy(sides.inForce, totals.inForce, acceptance),
  }
}

function presentPolicy({ policy: { id, name, version, status }, layout }: Side, totals: PolicyTotals, acceptance: Acceptance): SimulatedPolicy {
  const { rules, unreached, indexMissing, nothingOwed } = totals
  return {
    policy: { id: showId('policy', id), name, version, status },
    reached: presentGroup(sumGroups(rules)),
    unreached: presentGroup(unreached),
    withoutOffer: presentGroup(sumGroups(rules.map(({ withoutOffer }) => withoutOffer))),
    indexMissing,
    nothingOwed,
    cash: presentFigures(sumFigures(rules.map((rule) => rule.cash))),
    plans: presentFigures(sumFigures(rules.map((rule) => rule.plans))),
    rules: layout.rules.flatMap((rule, i) => (rules[i] ? [presentRule(rule, rules[i])] : [])),
    expected: presentExpected(layout, totals, acceptance),
  }
}

function presentRule({ rule, lines }: RuleLayout, totals: RuleTotals): SimulatedRule {
  return {
    name: rule.name,
    ...presentGroup(totals),
    withoutOffer: presentGroup(totals.withoutOffer),
    offers: lines.flatMap((line, i) => (totals.lines[i] ? [presentOffers(line, totals.lines[i])] : [])),
    plans: presentFigures(totals.plans),
  }
}

function presentOffers(line: OfferLine, totals: LineTotals): SimulatedOffers {
  const count = line.kind === 'cash' ? null : line.band.count
  return { kind: line.kind, count, dueOn: line.kind === 'cash' ? line.dueOn : null, ...presentFigures(totals) }
}

function presentExpected(layout: PolicyLayout, totals: PolicyTotals, acceptance: Acceptance): SimulatedPolicy['expected'] {
  const { cashInCents, discountCents, months } = expectCash(layout, totals, acceptance)
  return {
    cashInCents: centsNumber(cashInCents),
    discountCents: centsNumber(discountCents),
    months: months.map(({ month, cashDueCents, installmentsDueCents, expectedCents }) => ({
      month, cashDueCents: centsNumber(cashDueCents), installmentsDueCents: centsNumber(installmentsDueCents), expectedCents: centsNumber(expectedCents),
    })),
  }
}

function presentGroup({ debts, balanceCents }: Group) {
  return { debts, balanceCents: centsNumber(balanceCents) }
}

function presentFigures({ discountCents, totalCents, ...group }: LineTotals) {
  return { ...presentGroup(group), discountCents: centsNumber(discountCents), totalCents: centsNumber(totalCents) }
}

function sumGroups(groups: readonly Group[]): Group {
  return groups.reduce((sum, { debts, balanceCents }) => ({ debts: sum.debts + debts, balanceCents: sum.balanceCents + balanceCents }), { debts: 0, balanceCents: 0n })
}

function sumFigures(lines: readonly LineTotals[]): LineTotals {
  const sum = (cents: readonly bigint[]) => cents.reduce((total, each) => total + each, 0n)
  return { ...sumGroups(lines), discountCents: sum(lines.map((line) => line.discountCents)), totalCents: sum(lines.map((line) => line.totalCents)) }
}
