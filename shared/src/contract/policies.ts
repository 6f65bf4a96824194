import { Type, type Static } from 'typebox'
import { Bps, Closed, DueDay, IdOf, Instant, Line, Nullable, Words } from './common.ts'
import { MAX_CENTS } from '../money/cents.ts'
import { PRODUCTS } from './debts.ts'

export const POLICY_STATUSES = ['draft', 'published', 'superseded'] as const

const Range = (maximum: number) =>
  Closed({ min: Type.Optional(Type.Integer({ minimum: 0, maximum })), max: Type.Optional(Type.Integer({ minimum: 0, maximum })) })

/** Which debts a rule reaches. What is left out does not narrow it; the first rule that fits a debt decides. */
export const PolicyCondition = Closed({
  overdueDays: Type.Optional(Range(36_500)),
  balanceCents: Type.Optional(Range(1_000_000_000_000)),
  products: Type.Optional(Type.Array(Words(PRODUCTS), { minItems: 1, maxItems: PRODUCTS.length, uniqueItems: true })),
  segments: Type.Optional(Type.Array(Line(40), { minItems: 1, maxItems: 50, uniqueItems: true })),
}, { description: 'Which debts the rule reaches; `min` and `max` are included. What is left out does not narrow it. Of several rules that fit a debt the first one decides.' })
export type PolicyCondition = Static<typeof PolicyCondition>

/** How much of each component is forgiven. */
export const Discount = Closed({ lateFineBps: Bps, defaultInterestBps: Bps, principalBps: Bps }, { description: 'How much of each component is forgiven: 10000 is all of it' })
export type Discount = Static<typeof Discount>

export const CashGrant = Closed({
  discount: Discount,
  daysToPay: Type.Integer({ minimum: 2, maximum: 60, description: 'Calendar days until the payment is due' }),
})
export type CashGrant = Static<typeof CashGrant>

/** A band of installment counts with one set of terms. A rate above zero is repaid by the Price table. */
export const InstallmentBand = Closed({
  count: Closed({ min: Type.Integer({ minimum: 2, maximum: 120 }), max: Type.Integer({ minimum: 2, maximum: 120 }) }),
  discount: Discount,
  monthlyRateBps: Type.Integer({ minimum: 0, maximum: 2_000, description: 'Monthly interest of the installments by the Price table; 0 for none' }),
  leastDownPaymentBps: Type.Integer({ minimum: 0, maximum: 9_000, description: 'Least down payment, as a share of the amount after the discount' }),
  leastInstallmentCents: Type.Integer({ minimum: 0, maximum: MAX_CENTS, description: 'A count whose installments would be smaller is not offered', examples: [3000] }),
})
export type InstallmentBand = Static<typeof InstallmentBand>

export const BreakRule = Closed({
  toleranceDays: Type.Integer({ minimum: 5, maximum: 90, description: 'Days late before an installment counts as missed' }),
  missedInstallments: Type.Integer({ minimum: 1, maximum: 12, description: 'Missed installments that break the agreement' }),
})
export type BreakRule = Static<typeof BreakRule>

export const PolicyGrant = Closed({
  cash: Type.Optional(CashGrant),
  installments: Type.Optional(Type.Array(InstallmentBand, { maxItems: 20 })),
  daysToFirstPayment: Type.Integer({ minimum: 2, maximum: 60, description: 'The first payment falls due within so many days' }),
  dueDays: Type.Optional(Type.Array(DueDay, { minItems: 1, maxItems: 31, uniqueItems: true, description: 'Days of the month to choose from; all when left out' })),
  validityDays: Type.Integer({ minimum: 2, maximum: 30, description: 'The offer stands to the end of this day after today (CDC 54-B III: at least 2)' }),
  lateFeeBps: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Fine on a late installment' }),
  defaultInterestMonthlyBps: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Monthly interest on a late installment' }),
  breakRule: BreakRule,
})
export type PolicyGrant = Static<typeof PolicyGrant>

export const PolicyRule = Closed({
  name: Line(80),
  when: PolicyCondition,
  grant: PolicyGrant,
})
export type PolicyRule = Static<typeof PolicyRule>

const EXAMPLE = {
  name: 'Acordos de 2026',
  rules: [{
    name: 'De 31 dias a 1 ano',
    when: { overdueDays: { min: 31, max: 365 } },
    grant: {
      cash: { discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 1_000 }, daysToPay: 5 },
      installments: [{
        count: { min: 2, max: 12 },
        discount: { lateFineBps: 10_000, defaultInterestBps: 5_000, principalBps: 0 },
        monthlyRateBps: 0,
        leastDownPaymentBps: 0,
        leastInstallmentCents: 3_000,
      }],
      daysToFirstPayment: 30,
      dueDays: [5, 10, 20],
      validityDays: 5,
      lateFeeBps: 200,
      defaultInterestMonthlyBps: 100,
      breakRule: { toleranceDays: 15, missedInstallments: 2 },
    },
  }],
}

export const PolicyInput = Closed({
  name: Line(80),
  rules: Type.Array(PolicyRule, { minItems: 1, maxItems: 50 }),
}, { examples: [EXAMPLE] })
export type PolicyInput = Static<typeof PolicyInput>

export const Policy = Type.Object({
  id: IdOf('policy'),
  name: Type.String(),
  version: Nullable(Type.Integer({ description: 'Given at publication, counted per creditor' })),
  status: Words(POLICY_STATUSES),
  rules: Type.Array(PolicyRule),
  createdAt: Instant,
  publishedAt: Nullable(Instant),
})
export type Policy = Static<typeof Policy>
