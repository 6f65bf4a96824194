import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { assembleOption, type PricedDebt, type Sheet } from './assemble-option.ts'
import { discountBalance } from './discount-balance.ts'
import type { MatchedDebt } from './match-debts.ts'
import type { OfferOption } from './types.ts'

/** One payment for all debts, on the shortest term that their rules give; null where a rule knows no cash payment. */
export function offerCash(sheet: Sheet): OfferOption | null {
  const dueOn = cashDueOn(sheet.debts, sheet.request.today)
  const priced = sheet.debts.flatMap(priceCash)
  const amount = priced.reduce((sum, debt) => sum + debt.totalCents, 0n)
  if (!dueOn || priced.length < sheet.debts.length || amount === 0n) return null
  return assembleOption(sheet, { kind: 'cash', priced, downPaymentCents: 0n, amounts: [amount], dates: [dueOn], monthlyRateBps: 0 })
}

/** The day on which a cash payment for these debts falls due; null where a rule knows no cash payment. */
export function cashDueOn(debts: readonly MatchedDebt[], today: LocalDate): LocalDate | null {
  const days = Math.min(...debts.map(({ rule }) => rule.grant.cash?.daysToPay ?? Number.NaN))
  return Number.isNaN(days) ? null : nextBusinessDay(addDays(today, days))
}

function priceCash(matched: MatchedDebt): PricedDebt[] {
  const cash = matched.rule.grant.cash
  if (!cash) return []
  const discounted = discountBalance(matched.balance.open, cash.discount)
  return [{ ...discounted, matched, totalCents: discounted.financedCents }]
}
