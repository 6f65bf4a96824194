import { divideHalfUp } from '../money/divide.ts'
import type { PolicyTotals } from './totals.ts'
import type { Acceptance, PolicyLayout } from './types.ts'

const BPS = 10_000n

/** What falls due in a month if everybody took what is offered. */
export interface DueInMonth {
  month: string
  cashDueCents: bigint
  installmentsDueCents: bigint
}

export interface ExpectedMonth extends DueInMonth {
  expectedCents: bigint
}

export interface ExpectedCash {
  cashInCents: bigint
  discountCents: bigint
  months: ExpectedMonth[]
}

type Rates = Omit<Acceptance, 'planTaken'>

/** What the stated rates let expect of a policy: cash in by month, and what is forgiven to those who accept. */
export function expectCash(layout: PolicyLayout, totals: PolicyTotals, rates: Rates): ExpectedCash {
  const months = expectByMonth(dueByMonth(layout, totals), rates)
  const cashInCents = months.reduce((sum, { expectedCents }) => sum + expectedCents, 0n)
  return { cashInCents, discountCents: expectedDiscount(totals, rates), months }
}

/**
 * Cash due x cashBps + installments due x installmentsBps x paidInstallmentBps, month after month. Only the sum from the
 * first month on is rounded, half a cent up, and a month is that sum less the one before: the months sum to the whole.
 */
export function expectByMonth(due: readonly DueInMonth[], { cashBps, installmentsBps, paidInstallmentBps }: Rates): ExpectedMonth[] {
  let [exact, before] = [0n, 0n]
  return due.map((each) => {
    exact += each.cashDueCents * BigInt(cashBps) * BPS + each.installmentsDueCents * BigInt(installmentsBps) * BigInt(paidInstallmentBps)
    const sum = divideHalfUp(exact, BPS * BPS)
    const expectedCents = sum - before
    before = sum
    return { ...each, expectedCents }
  })
}

function dueByMonth({ rules }: PolicyLayout, totals: PolicyTotals): DueInMonth[] {
  const months = new Map<string, DueInMonth>()
  const add = (dueOn: string, kind: 'cashDueCents' | 'installmentsDueCents', cents = 0n) => {
    if (cents === 0n) return
    const month = dueOn.slice(0, 7)
    const due = months.get(month) ?? { month, cashDueCents: 0n, installmentsDueCents: 0n }
    months.set(month, { ...due, [kind]: due[kind] + cents })
  }
  for (const [i, { lines, dates }] of rules.entries()) {
    const own = totals.rules[i]
    for (const [at, line] of lines.entries()) if (line.kind === 'cash') add(line.dueOn, 'cashDueCents', own?.cashDueCents[at])
    for (const [position, dueOn] of dates.entries()) add(dueOn, 'installmentsDueCents', own?.plansDueCents[position])
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

// Rounded once, half a cent up.
function expectedDiscount({ rules }: PolicyTotals, { cashBps, installmentsBps }: Rates): bigint {
  const exact = rules.reduce((sum, { cash, plans }) => sum + cash.discountCents * BigInt(cashBps) + plans.discountCents * BigInt(installmentsBps), 0n)
  return divideHalfUp(exact, BPS)
}
