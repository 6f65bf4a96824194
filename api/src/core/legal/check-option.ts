import type { LegalCheck } from '@repactua/shared/contract/offers.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import { brl } from '../money/show.ts'
import { staysWithin, type RepaidPlan } from './first-period.ts'
import { ruleOn, type LegalRule } from './legal-rules.ts'
import { defaultInterestLimit, lateFeeLimit, planRateLimit, type Limit } from './limits.ts'
import type { LegalScope } from './types.ts'

/** What every option of a sheet shares. */
export interface SharedTerms {
  lateFeeBps: number
  defaultInterestMonthlyBps: number
  validityDays: number
  dueDates: readonly LocalDate[]
}

/** What one option costs. A card's charges and interest are held against its original debt. */
export interface OptionCost {
  monthlyRateBps: number
  cetYearly: string
  /** A plan that bears interest. Null for what bears none. */
  repaid: RepaidPlan | null
  cards: readonly { chargesCents: bigint; originalCents: bigint }[]
}

/** The checks that are the same for every option of a sheet: late charges, validity, business days. */
export function checkSharedTerms(terms: SharedTerms, scope: LegalScope): LegalCheck[] {
  const fine = withinBps(lateFeeLimit(scope.on), terms.lateFeeBps, '')
  const interest = withinBps(defaultInterestLimit(scope), terms.defaultInterestMonthlyBps, ' ao mês')
  return [...fine, ...interest, ...validity(terms, scope.on), ...businessDays(terms, scope.on)]
}

/** The law of a day on what an option may cost, looked up once for all options of a sheet. */
export interface OptionLaw {
  planRate: Limit | null
  cardCap: LegalRule | null
  cet: LegalRule | null
}

/** Looks up what an option's cost is held against. */
export function optionLaw(scope: LegalScope): OptionLaw {
  return { planRate: planRateLimit(scope), cardCap: ruleOn('card-cap', scope.on), cet: ruleOn('cet', scope.on) }
}

/** The checks that hang on what one option costs: the usury law, the card's cap, and the CET that must be told. */
export function checkOptionCost(cost: OptionCost, law: OptionLaw): LegalCheck[] {
  return [...planRate(cost, law.planRate), ...cards(cost, law.cardCap), ...cet(cost, law.cet)]
}

// The rate itself, and what it comes to where the first month is short: neither may pass the limit.
function planRate({ monthlyRateBps, repaid }: OptionCost, limit: Limit | null): LegalCheck[] {
  return withinBps(limit, monthlyRateBps, ' ao mês').map((row) => ({ ...row, passed: row.passed && (!repaid || !limit || staysWithin(repaid, limit.bps)) }))
}

function withinBps(limit: Limit | null, bps: number, per: string): LegalCheck[] {
  return limit ? [check(limit.rule, `até ${limit.percent}${per}`, formatBps(bps) + per, bps <= limit.bps)] : []
}

function validity({ validityDays }: SharedTerms, on: LocalDate): LegalCheck[] {
  const rule = ruleOn('offer-validity', on)
  if (!rule || rule.number === null) return []
  return [check(rule, `pelo menos ${rule.number} dias`, `${validityDays} dias`, validityDays >= rule.number)]
}

function businessDays({ dueDates }: SharedTerms, on: LocalDate): LegalCheck[] {
  const rule = ruleOn('non-business-due', on)
  const passed = dueDates.every(isBusinessDay)
  return rule ? [check(rule, 'vencimentos em dia útil', passed ? 'todos em dia útil' : 'há vencimento sem banco aberto', passed)] : []
}

function cards(cost: OptionCost, rule: LegalRule | null): LegalCheck[] {
  if (!rule) return []
  return cost.cards.map(({ chargesCents, originalCents }) => check(rule, `até ${brl(originalCents)}`, brl(chargesCents), chargesCents <= originalCents))
}

function cet({ cetYearly }: OptionCost, rule: LegalRule | null): LegalCheck[] {
  return rule ? [check(rule, 'informado na oferta', `${cetYearly.replace('.', ',')}% ao ano`, true)] : []
}

function check({ id, source }: LegalRule, limit: string, value: string, passed: boolean): LegalCheck {
  return { rule: id, source, limit, value, passed }
}
