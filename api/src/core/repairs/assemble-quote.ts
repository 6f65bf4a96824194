import { sum } from '../money/sum.ts'
import { invariant } from '../invariant.ts'
import { checkRepair } from '../legal/check-repair.ts'
import { byDate, openCents } from './open-installments.ts'
import type { PayNow, Plan, PlanInstallment, RepairLine, RepairQuote } from './types.ts'

/** What a repair does to a plan. */
export interface Repair {
  kind: RepairQuote['kind']
  /** Installments that change, by their number, and new ones. */
  changes: readonly PlanInstallment[]
  lines: readonly RepairLine[]
  payNow?: PayNow
}

/** Puts a repair beside the plan as it stands. What is open after it, and paid for it, is what was open and its lines. */
export function assembleQuote(plan: Plan, { kind, changes, lines, payNow = undefined }: Repair): RepairQuote {
  const changed = new Map(changes.map((one) => [one.number, one]))
  const before = byDate(plan.installments)
  const known = new Set(before.map(({ number }) => number))
  const after = byDate([...before.map((one) => changed.get(one.number) ?? one), ...changes.filter(({ number }) => !known.has(number))])
  const added = sum(lines.map(({ cents }) => cents))
  const [openBeforeCents, openAfterCents] = [sum(before.map(openCents)), sum(after.map(openCents))]
  invariant(openAfterCents + (payNow?.amountCents ?? 0n) === openBeforeCents + added, 'a repair adds its lines and nothing else')
  const costCents = sum(lines.filter(({ cents }) => cents > 0n).map(({ cents }) => cents))
  return {
    kind, before, after,
    changed: changes.map(({ number }) => number).sort((a, b) => a - b),
    openBeforeCents, openAfterCents, costCents,
    savingCents: costCents - added,
    payNow: payNow ?? null,
    lines: [...lines],
    legalChecks: checkRepair({ terms: plan.terms, lines, payNow: payNow ?? null, dueDates: changes.filter((one) => openCents(one) > 0n).map(({ dueOn }) => dueOn), signedChecks: plan.signedChecks ?? [] }, { regime: plan.terms.regime, on: plan.today }),
  }
}
