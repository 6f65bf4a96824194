import { dueDates } from '@repactua/api/core/calendar/due-dates.ts'
import { nextBusinessDay } from '@repactua/api/core/calendar/bank-holidays.ts'
import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { DebtTerms } from '@repactua/api/core/interest/balance.ts'
import { BAND, CASH, DEBT } from './sheet-request.ts'

// The same sheet as a hurried program would compute it: doubles throughout, figures only, no rules, words or checks.
// A yardstick for speed: it may lose a cent where the engine may not.

const DAYS_TO_FIRST_PAYMENT = 30

interface Option {
  installments: { number: number; dueOn: LocalDate; amountCents: number }[]
  totalCents: number
  discountCents: number
  interestCents: number
  savingCents: number
  cetYearly: string
}

/** Cash and every count of the bench's band for its debt, cheapest first. */
export function sheetInDoubles(today: LocalDate): { balanceCents: number; options: Option[] } {
  const balanceCents = balanceInDoubles(DEBT, today)
  const principal = Number(DEBT.principalCents)
  const cashCents = Math.round(principal * (1 - CASH.discount.principalBps / 10_000))
  const financed = Math.round(principal * (1 - BAND.discount.principalBps / 10_000))
  const dates = dueDates({ today, count: BAND.count.max, dueDay: 20, daysToFirstPayment: DAYS_TO_FIRST_PAYMENT })
  const times = dates.map((date) => daysBetween(today, date) / 365)
  const options = [optionOf(balanceCents, cashCents, cashCents, 1, [nextBusinessDay(addDays(today, CASH.daysToPay))], '0.00')]
  let rate = 0
  for (let count = BAND.count.min; count <= BAND.count.max; count += 1) {
    const amount = Math.round(pricePayment(financed, BAND.monthlyRateBps / 10_000, count))
    rate = yearlyRate(financed, amount, times, count, rate)
    options.push(optionOf(balanceCents, financed, amount, count, dates, (Math.round(rate * 10_000) / 100).toFixed(2)))
  }
  return { balanceCents, options: options.sort((a, b) => a.totalCents - b.totalCents) }
}

/** What the debt comes to: principal, fine and simple default interest. */
export function balanceInDoubles({ principalCents, dueOn, lateFeeBps, defaultInterestMonthlyBps }: DebtTerms, asOf: LocalDate): number {
  const principal = Number(principalCents)
  const days = daysBetween(dueOn, asOf)
  return principal + Math.round((principal * lateFeeBps) / 10_000) + Math.round((((principal * defaultInterestMonthlyBps) / 10_000) * days) / 30)
}

function optionOf(balanceCents: number, financed: number, amountCents: number, count: number, dates: readonly LocalDate[], cetYearly: string): Option {
  const installments = Array.from({ length: count }, (_, i) => ({ number: i + 1, dueOn: dates[i] ?? '', amountCents }))
  const totalCents = amountCents * count
  return {
    installments,
    totalCents,
    discountCents: balanceCents - financed,
    interestCents: totalCents - financed,
    savingCents: Math.max(0, balanceCents - totalCents),
    cetYearly,
  }
}

function pricePayment(principal: number, rate: number, count: number): number {
  return (principal * rate) / (1 - (1 + rate) ** -count)
}

function yearlyRate(financed: number, amount: number, times: readonly number[], count: number, guess: number): number {
  let rate = guess
  for (let step = 0; step < 50; step += 1) {
    let [value, slope] = [-financed, 0]
    for (let i = 0; i < count; i += 1) {
      const worth = amount * (1 + rate) ** -(times[i] ?? 0)
      value += worth
      slope -= (worth * (times[i] ?? 0)) / (1 + rate)
    }
    const next = rate - value / slope
    if (Math.abs(next - rate) < 1e-12) return next
    rate = next
  }
  return rate
}
