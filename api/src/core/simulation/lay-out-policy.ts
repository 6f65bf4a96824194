import type { PolicyGrant, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { checkSharedTerms } from '../legal/check-option.ts'
import { planRateLimit } from '../legal/limits.ts'
import type { LegalScope, Regime } from '../legal/types.ts'
import { chooseDates } from '../offers/terms/choose-dates.ts'
import { combineTerms } from '../offers/terms/combine-terms.ts'
import type { OfferPolicy } from '../offers/types.ts'
import type { OfferLine, PolicyLayout, RuleLayout } from './types.ts'

/** Works out once what is the same for all debts: each rule's lines, due dates, and which of its counts the law allows today. */
export function layOutPolicy(policy: OfferPolicy, { regime, today, legalRate }: { regime: Regime; today: LocalDate; legalRate?: bigint | undefined }): PolicyLayout {
  return { policy, regime, today, rules: policy.rules.map((rule, place) => layOutRule(rule, place, { regime, on: today, legalRate })) }
}

function layOutRule(rule: PolicyRule, place: number, scope: LegalScope): RuleLayout {
  const lines = linesOf(rule.grant, scope.on)
  const counts = countsOf(rule.grant, lines)
  const dates = datesOf(rule.grant, Math.max(1, ...counts.map(({ count }) => count)), scope)
  const mostRateBps = planRateLimit(scope)?.bps ?? null
  return { rule, place, lines, dates, mostRateBps, counts: counts.filter(({ count, band }) => count <= dates.length && band.monthlyRateBps <= (mostRateBps ?? Infinity)) }
}

// As in an offer, the deadlines come by their days, each with the discount of the first one granted that is long enough.
function linesOf({ cash, installments = [] }: PolicyGrant, today: LocalDate): OfferLine[] {
  const deadlines = cash ? [cash, ...(cash.later ?? [])] : []
  const days = [...new Set(deadlines.map(({ daysToPay }) => daysToPay))].sort((a, b) => a - b)
  const cashLines = days.flatMap((term): OfferLine[] => {
    const deadline = deadlines.find(({ daysToPay }) => daysToPay >= term)
    return deadline ? [{ kind: 'cash', dueOn: nextBusinessDay(addDays(today, term)), discount: deadline.discount }] : []
  })
  return [...cashLines, ...installments.map((band): OfferLine => ({ kind: 'installments', band }))]
}

// Where bands overlap the first one that holds a count decides, as in an offer.
function countsOf({ installments = [] }: PolicyGrant, lines: readonly OfferLine[]): RuleLayout['counts'][number][] {
  const counts = new Map<number, RuleLayout['counts'][number]>()
  const first = lines.length - installments.length
  for (const [i, band] of installments.entries()) {
    for (let count = band.count.min; count <= band.count.max; count++) if (!counts.has(count)) counts.set(count, { count, line: first + i, band })
  }
  return [...counts.values()].sort((a, b) => a.count - b.count)
}

// No dates where the terms that all plans share are outside the law: then no plan is offered.
function datesOf(grant: PolicyGrant, count: number, scope: LegalScope): LocalDate[] {
  const terms = combineTerms([grant], scope)
  const chosen = chooseDates({ today: scope.on }, terms, count)
  if (!chosen.ok || chosen.value.dueDays.length === 0) return []
  const { dates } = chosen.value
  return checkSharedTerms({ ...terms, dueDates: dates }, scope).every(({ passed }) => passed) ? dates : []
}
