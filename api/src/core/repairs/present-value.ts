import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { daysBetween } from '@repactua/shared/time/local-date.ts'
import { divideHalfUp } from '../money/divide.ts'
import { brl } from '../money/show.ts'
import { roundCost } from './round-cost.ts'
import type { Plan, PlanInstallment } from './types.ts'

const BPS = 10_000n
const MONTH = 30

/** What an amount of a future installment is worth today is the amount times `over` through `under`. Exact. */
export interface Worth {
  over: bigint
  under: bigint
  days: number
  /** How the amount is divided or multiplied, for people: "÷ (1 + 1%)^2". Empty where nothing is taken off. */
  words: string
}

/**
 * The share of a future amount that is left when it is paid today (CDC 52 §2). Price and SAC: its present value at the plan's
 * rate (CMN 3.516/2007), whole months compound and the rest simple. Simple interest: the part of its interest that is earned.
 */
export function worthToday(plan: Plan, installment: PlanInstallment): Worth {
  const { terms, today } = plan
  const days = Math.max(0, daysBetween(today, installment.dueOn))
  const bears = terms.monthlyRateBps > 0 && terms.interestCents > 0n && installment.number >= terms.bearsFrom
  if (!bears || days === 0) return { over: 1n, under: 1n, days, words: '' }
  return terms.amortization === 'simple' ? earnedShare(plan, installment, days) : discounted(plan, installment, days)
}

/** What is paid today for an amount of the future; half a cent stays with the debtor. */
export function valueToday({ over, under }: Worth, cents: bigint): bigint {
  return roundCost(cents * over, under)
}

/** The amount of the future that a payment of today takes off; half a cent goes to the debtor. */
export function valueThen({ over, under }: Worth, cents: bigint): bigint {
  return divideHalfUp(cents * under, over)
}

/** "R$ 205,73 ÷ ((1 + 1%)^2 × (1 + 1% × 11 ÷ 30))". */
export function formulaOf({ words }: Worth, cents: bigint): string {
  return `${brl(cents)} ${words}`
}

function discounted({ terms }: Plan, installment: PlanInstallment, days: number): Worth {
  const { monthlyRateBps } = terms
  const [parts, month] = timeLeft(terms, installment, days)
  const months = Math.floor(parts / month)
  const rest = parts % month
  const rate = BigInt(monthlyRateBps)
  const over = BPS ** BigInt(months) * BPS * BigInt(month)
  const under = (BPS + rate) ** BigInt(months) * (BPS * BigInt(month) + rate * BigInt(rest))
  return { over, under, days, words: `÷ ${factorsOf(formatBps(monthlyRateBps), months, rest, month)}` }
}

function factorsOf(rate: string, months: number, rest: number, month: number): string {
  const common = greatestDivisor(rest, month)
  const whole = months === 0 ? [] : [months === 1 ? `(1 + ${rate})` : `(1 + ${rate})^${months}`]
  const part = rest === 0 ? [] : [`(1 + ${rate} × ${rest / common} ÷ ${month / common})`]
  const factors = [...whole, ...part]
  return factors.length === 1 ? factors[0]! : `(${factors.join(' × ')})`
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

// Installment number k was charged k months, however long they are on the calendar: of them as much is left as of its days.
// A month of 30 days counts instead where that is more, and for what a repair added.
function timeLeft({ signedOn, bearsFrom, lastSigned }: Plan['terms'], { number, dueOn }: PlanInstallment, days: number): [parts: number, month: number] {
  const charged = number - bearsFrom + 1
  const all = daysBetween(signedOn, dueOn)
  const isShort = number <= lastSigned && charged * MONTH > all && all >= days
  return isShort ? [charged * days, all] : [days, MONTH]
}

function earnedShare({ terms }: Plan, { dueOn }: PlanInstallment, left: number): Worth {
  const { interestCents, bearingCents, signedOn } = terms
  const all = Math.max(left, daysBetween(signedOn, dueOn))
  const under = bearingCents * BigInt(all)
  const over = under - interestCents * BigInt(left)
  return { over, under, days: left, words: `× (1 − ${brl(interestCents)} ÷ ${brl(bearingCents)} × ${left} ÷ ${all} dias)` }
}
