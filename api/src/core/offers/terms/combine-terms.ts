import type { Benefit, BreakRule, CounterOffers, PolicyGrant, Repairs } from '@repactua/shared/contract/policies.ts'
import { invariant } from '../../invariant.ts'
import { ruleOn } from '../../legal/legal-rules.ts'
import { defaultInterestLimit, lateFeeLimit } from '../../legal/limits.ts'
import type { LegalScope } from '../../legal/types.ts'
import { combineBreakRules } from './combine-break-rules.ts'
import { combineCounterOffers, combineRepairs } from './combine-repairs.ts'
import type { DelistingMoment, PaymentMethod } from '../types.ts'

/** The terms that all debts of one agreement share. `dueDays` is null where every day of the month will do. */
export interface CommonTerms {
  daysToFirstPayment: number
  validityDays: number
  lateFeeBps: number
  defaultInterestMonthlyBps: number
  breakRule: Required<BreakRule>
  dueDays: number[] | null
  /** Empty where the rules have no method in common. */
  paymentMethods: PaymentMethod[]
  benefits: Benefit[]
  repairs: Repairs
  counterOffers: CounterOffers | null
  /** Null where a rule gives none. */
  withdrawalDays: number | null
  /** With the first installment only where every rule grants it. */
  delistOn: DelistingMoment
}

/** What a grant that names no method means. */
const USUAL_METHODS: readonly PaymentMethod[] = ['pix']

/**
 * Joins the grants of several rules so that none is overstepped: the narrowest window and due days, the smallest late
 * charges, the most lenient break, the fewest repairs, the highest floors. Charges are cut to the law of the day, which may be stricter than at publication.
 */
export function combineTerms(grants: readonly PolicyGrant[], scope: LegalScope): CommonTerms {
  invariant(grants.length > 0, 'terms come from at least one rule')
  return {
    daysToFirstPayment: least(grants.map((grant) => grant.daysToFirstPayment)),
    validityDays: validityDays(grants, scope.on),
    lateFeeBps: least([...grants.map((grant) => grant.lateFeeBps), lateFeeLimit(scope.on)?.bps ?? Infinity]),
    defaultInterestMonthlyBps: least([...grants.map((grant) => grant.defaultInterestMonthlyBps), defaultInterestLimit(scope)?.bps ?? Infinity]),
    breakRule: combineBreakRules(grants.map((grant) => grant.breakRule)),
    dueDays: commonDueDays(grants),
    paymentMethods: commonMethods(grants),
    benefits: differentBenefits(grants),
    repairs: combineRepairs(grants),
    counterOffers: combineCounterOffers(grants),
    withdrawalDays: least(grants.map((grant) => grant.withdrawalDays ?? 0)) || null,
    delistOn: grants.every((grant) => grant.delistOn === 'first_installment') ? 'first_installment' : 'settlement',
  }
}

/** How many days after today the offer stands: the shortest promise, but never less than the law's (CDC 54-B III). */
export function validityDays(grants: readonly PolicyGrant[], on: LegalScope['on']): number {
  return most([ruleOn('offer-validity', on)?.number ?? 0, least(grants.map((grant) => grant.validityDays))])
}

function commonDueDays(grants: readonly PolicyGrant[]): number[] | null {
  const lists = grants.flatMap((grant) => (grant.dueDays ? [grant.dueDays] : []))
  const [first, ...others] = lists
  return first ? first.filter((day) => others.every((days) => days.includes(day))).sort((a, b) => a - b) : null
}

function commonMethods(grants: readonly PolicyGrant[]): PaymentMethod[] {
  const [first = [], ...others] = grants.map((grant) => grant.paymentMethods ?? USUAL_METHODS)
  return first.filter((method) => others.every((methods) => methods.includes(method)))
}

function differentBenefits(grants: readonly PolicyGrant[]): Benefit[] {
  const byWords = grants.flatMap(({ benefit }) => (benefit ? [[`${benefit.text}\n${benefit.coupon ?? ''}`, benefit] as const] : []))
  return [...new Map(byWords).values()]
}

function least(numbers: readonly number[]): number {
  return Math.min(...numbers)
}

function most(numbers: readonly number[]): number {
  return Math.max(...numbers)
}
