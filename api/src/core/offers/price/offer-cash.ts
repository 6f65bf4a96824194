import type { CashDeadline, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../calendar/bank-holidays.ts'
import { assembleOption, type PricedDebt, type Sheet } from './assemble-option.ts'
import { discountBalance } from './discount-balance.ts'
import type { MatchedDebt } from '../match/match-debts.ts'
import type { OfferOption } from '../types.ts'

/**
 * One payment for all debts, on each term that all of their rules give, the shortest and cheapest first; none where a
 * rule knows no cash payment. A debt takes the discount of its rule's shortest term that is long enough.
 */
export function offerCash(sheet: Sheet): OfferOption[] {
  const terms = commonTerms(sheet.debts.map(({ rule }) => rule))
  return terms.flatMap((days, i) => offerWithin(sheet, days, i === 0 ? 'cash' : `cash-${days}`) ?? [])
}

function commonTerms(rules: readonly PolicyRule[]): number[] {
  const terms = rules.map((rule) => deadlinesOf(rule).map(({ daysToPay }) => daysToPay))
  const longest = Math.min(...terms.map((days) => Math.max(0, ...days)))
  return [...new Set(terms.flat())].filter((days) => days <= longest).sort((a, b) => a - b)
}

function deadlinesOf({ grant: { cash } }: PolicyRule): readonly CashDeadline[] {
  return cash ? [cash, ...(cash.later ?? [])] : []
}

function offerWithin(sheet: Sheet, days: number, id: string): OfferOption | null {
  const priced = sheet.debts.flatMap((debt) => priceCash(debt, days))
  const amount = priced.reduce((sum, debt) => sum + debt.totalCents, 0n)
  if (amount === 0n) return null
  const dates = [nextBusinessDay(addDays(sheet.request.today, days))]
  return assembleOption(sheet, { id, kind: 'cash', priced, downPaymentCents: 0n, amounts: [amount], dates, monthlyRateBps: 0 })
}

function priceCash(matched: MatchedDebt, days: number): PricedDebt[] {
  const deadline = deadlinesOf(matched.rule).find(({ daysToPay }) => daysToPay >= days)
  if (!deadline) return []
  const discounted = discountBalance(matched.balance.open, deadline.discount)
  return [{ ...discounted, matched, totalCents: discounted.financedCents }]
}
