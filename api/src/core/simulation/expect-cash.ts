import { divideHalfUp } from '../money/divide.ts'
import type { PolicyTotals } from './totals.ts'
import type { Acceptance, PolicyLayout } from './types.ts'

const BPS = 10_000n

/** What falls due in a month if everybody took it, and how much of it is expected under the stated rates. */
export interface MonthOfCash {
  month: string
  cashDueCents: bigint
  installmentsDueCents: bigint
  expectedCents: bigint
}

export interface ExpectedCash {
  cashInCents: bigint
  discountCents: bigint
  months: MonthOfCash[]
}

/**
 * Cash in by month: cash due x cashBps + installments due x installmentsBps x paidInstallmentBps. Rounded once, half a cent
 * up, on the sum from the first month on; a month is that sum less the one before, so that the months sum to the total.
 */
export function expectCash(layout: PolicyLayout, totals: PolicyTotals, acceptance: Acceptance): ExpectedCash {
  const due = [...dueByMonth(layout, totals)].sort(([a], [b]) => (a < b ? -1 : 1))
  let [exact, cashInCents] = [0n, 0n]
  const months = due.map(([month, { cash, plan }]) => {
    exact += expectedShare(cash, plan, acceptance)
    const expectedCents = divideHalfUp(exact, BPS * BPS) - cashInCents
    cashInCents += expectedCents
    return { month, cashDueCents: cash, installmentsDueCents: plan, expectedCents }
  })
  return { cashInCents, discountCents: expectedDiscount(totals, acceptance), months }
}

interface Due {
  cash: bigint
  plan: bigint
}

function dueByMonth({ rules }: PolicyLayout, totals: PolicyTotals): Map<string, Due> {
  const months = new Map<string, Due>()
  const add = (dueOn: string, kind: keyof Due, cents: bigint) => {
    const month = dueOn.slice(0, 7)
    const due = months.get(month) ?? { cash: 0n, plan: 0n }
    due[kind] += cents
    if (cents > 0n) months.set(month, due)
  }
  for (const [i, { lines, dates }] of rules.entries()) {
    const own = totals.rules[i]
    for (const [at, line] of lines.entries()) if (line.kind === 'cash') add(line.dueOn, 'cash', own?.cashDueCents[at] ?? 0n)
    for (const [position, dueOn] of dates.entries()) add(dueOn, 'plan', own?.plansDueCents[position] ?? 0n)
  }
  return months
}

// In units of a hundred-millionth of a cent, which is exact.
function expectedShare(cash: bigint, plan: bigint, { cashBps, installmentsBps, paidInstallmentBps }: Acceptance): bigint {
  return cash * BigInt(cashBps) * BPS + plan * BigInt(installmentsBps) * BigInt(paidInstallmentBps)
}

// What is forgiven to those who accept, rounded once, half a cent up.
function expectedDiscount({ rules }: PolicyTotals, { cashBps, installmentsBps }: Acceptance): bigint {
  const exact = rules.reduce((sum, { cash, plans }) => sum + cash.discountCents * BigInt(cashBps) + plans.discountCents * BigInt(installmentsBps), 0n)
  return divideHalfUp(exact, BPS)
}
