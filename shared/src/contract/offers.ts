import { Type, type Static } from 'typebox'
import { Cents, Closed, Cpf, Day, DueDay, IdOf, Instant, Nullable, PositiveCents, Said, Sha256, Words } from './common.ts'
import { Balance, BALANCE_COMPONENTS, ExternalId, OWED_COMPONENTS, PRODUCTS } from './debts.ts'
import { CreditorCard } from './creditors.ts'
import { AMORTIZATIONS, Benefit, BreakRule, PAYMENT_METHODS_GRANTED, Repairs } from './policies.ts'

export const MAX_DEBTS_PER_SHEET = 50
const wishes = {
  dueDay: Type.Optional(DueDay),
  firstDueOn: Type.Optional(Said(Day, 'Day of the first payment; within the policy’s `daysToFirstPayment`')),
  monthlyBudgetCents: Type.Optional(Said(PositiveCents, 'What a month bears, in integer cents: each option then says whether it `fitsBudget`')),
  downPaymentCents: Type.Optional(Said(PositiveCents, 'What plans begin with, in integer cents; less than the balance')),
}

export const MyOfferSheetInput = Closed({
  debtIds: Type.Array(IdOf('debt'), { minItems: 1, maxItems: MAX_DEBTS_PER_SHEET, uniqueItems: true }),
  ...wishes,
})
export type MyOfferSheetInput = Static<typeof MyOfferSheetInput>

export const OfferSheetInput = Closed({
  cpf: Cpf,
  debtExternalIds: Type.Array(ExternalId, { minItems: 1, maxItems: MAX_DEBTS_PER_SHEET, uniqueItems: true }),
  ...wishes,
})
export type OfferSheetInput = Static<typeof OfferSheetInput>

export const LegalCheck = Type.Object({
  rule: Type.String({ description: 'Id of the rule of law' }),
  source: Type.String({ description: 'Where the law says so' }),
  limit: Type.String({ description: 'In words' }),
  value: Type.String({ description: 'In words' }),
  passed: Type.Boolean(),
})
export type LegalCheck = Static<typeof LegalCheck>

export const PlannedInstallment = Type.Object({ number: Type.Integer({ minimum: 1 }), dueOn: Day, amountCents: PositiveCents })
export type PlannedInstallment = Static<typeof PlannedInstallment>

export const OPTION_KINDS = ['cash', 'installments'] as const

/** What each installment comes to where it is paid by `payBy`, and the total where all of them are. */
export const EarlyPaymentOffer = Type.Object({
  discountBps: Type.Integer({ minimum: 1 }),
  daysBefore: Type.Integer({ minimum: 0 }),
  installments: Type.Array(Type.Object({ number: Type.Integer({ minimum: 1 }), payBy: Day, amountCents: Cents })),
  totalCents: PositiveCents,
})
export type EarlyPaymentOffer = Static<typeof EarlyPaymentOffer>

/** Of a campaign with a limited budget: its offers end with its budget, which may be before its last day. */
export const OptionCampaign = Type.Object({ code: Type.String(), name: Type.String(), endsOn: Day })
export type OptionCampaign = Static<typeof OptionCampaign>

/** Why an option is offered. The codes are stable; the text says the same in plain Portuguese. */
export const OPTION_REASONS = ['cash_with_discount', 'cash_without_discount', 'cash_with_more_time', 'interest_free_with_discount', 'interest_free', 'with_interest', 'own_offer'] as const

/** Why nothing better is offered: a longer plan, or a larger discount. No floor of the policy shows in them. */
export const NO_BETTER_REASONS = [
  'longest_plan', 'no_installments', 'longer_not_given', 'longer_too_small', 'longer_down_payment', 'longer_worse', 'longer_outside_law', 'longer_no_due_day',
  'largest_discount', 'larger_discount_elsewhere',
] as const

/** What every offer must tell before it is taken (CDC 52 and 54-B); the dates and amounts are the option's `installments`. */
export const Disclosure = Type.Object({
  priceCents: Cents,
  totalWithFinancingCents: PositiveCents,
  totalWithoutFinancingCents: PositiveCents,
  effectiveMonthlyRate: Type.String({ description: 'Per cent a month with two decimals: (1 + CET)^(1/12) - 1' }),
  cet: Type.Object({ yearly: Type.String(), elements: Type.Array(Type.Object({ element: Words(['interest']), cents: Cents, text: Type.String() })) }),
  late: Type.Object({ feeBps: Type.Integer(), interestMonthlyBps: Type.Integer(), text: Type.String() }),
  payments: Type.Object({ count: Type.Integer(), periodicity: Words(['single', 'monthly']), firstDueOn: Day, lastDueOn: Day }),
  creditor: Type.Object({ name: Type.String(), cnpj: Type.String(), address: Type.String(), email: Type.String(), phone: Type.String() }),
  standsUntil: Day,
  payingAhead: Type.String({ description: 'The right to pay early' }),
  defaultConsequences: Type.String(),
})
export type Disclosure = Static<typeof Disclosure>

/** One way to pay. The installments sum to `totalCents`; a down payment is installment number 1. */
export const OfferOption = Type.Object({
  id: Type.String({ maxLength: 40, examples: ['cash', 'installments-12'] }),
  kind: Words(OPTION_KINDS),
  count: Type.Integer({ minimum: 1 }),
  downPaymentCents: Cents,
  installments: Type.Array(PlannedInstallment),
  totalCents: PositiveCents,
  discountCents: Cents,
  discounts: Type.Array(Type.Object({ component: Words(BALANCE_COMPONENTS), cents: Cents })),
  financedCents: Said(PositiveCents, 'The balance after its discount, in integer cents: what the plan repays'),
  interestCents: Said(Cents, 'What the plan adds to it, in integer cents'),
  savingCents: Said(Cents, 'The balance less the total, in integer cents; 0 where the total is more'),
  monthlyRateBps: Type.Integer({ minimum: 0, description: 'Monthly interest, in basis points' }),
  cetYearly: Type.String({ description: 'CET, per cent a year with two decimals (CMN 4.881/20)', examples: ['0.00'] }),
  lateFeeBps: Type.Integer({ minimum: 0, description: 'Fine on a late installment, in basis points' }),
  defaultInterestMonthlyBps: Type.Integer({ minimum: 0, description: 'Monthly interest on a late installment, in basis points' }),
  breakRule: BreakRule,
  amortization: Type.Optional(Nullable(Words(AMORTIZATIONS))),
  earlyPayment: Type.Optional(EarlyPaymentOffer),
  benefits: Type.Optional(Type.Array(Benefit, { description: 'Given when the whole agreement is paid' })),
  paymentMethods: Type.Optional(Type.Array(Words(PAYMENT_METHODS_GRANTED))),
  repairs: Type.Optional(Repairs),
  withdrawalDays: Type.Optional(Type.Integer({ description: 'Days after the signature within which it may be undone at no cost; left out where the policy gives none' })),
  delistOn: Type.Optional(Type.Literal('first_installment', { description: 'The name leaves lists of debtors with the first installment; left out where it does once all is paid' })),
  parts: Type.Array(Type.Object({
    debtId: IdOf('debt'),
    rule: Type.String(),
    campaign: Type.Optional(Nullable(Type.String({ description: 'Code of the campaign whose rule reached this debt' }))),
    financedCents: Cents,
    discounts: Type.Array(Type.Object({ component: Words(BALANCE_COMPONENTS), cents: Cents })),
    totalCents: Cents,
  })),
  campaigns: Type.Optional(Type.Array(OptionCampaign)),
  reason: Type.Optional(Type.Object({ code: Words(OPTION_REASONS), text: Type.String() })),
  noBetter: Type.Optional(Type.Array(Type.Object({ code: Words(NO_BETTER_REASONS), text: Type.String() }))),
  disclosure: Type.Optional(Disclosure),
  fitsBudget: Nullable(Type.Boolean({ description: 'Whether no payment is above `monthlyBudgetCents`; null where none was named' })),
  legalChecks: Type.Array(LegalCheck),
})
export type OfferOption = Static<typeof OfferOption>

export const UNAVAILABLE_REASONS = ['installment_too_small', 'down_payment_too_small', 'not_in_policy', 'worse_than_another', 'outside_law', 'no_common_due_day'] as const

/** Immutable: what was offered, from which balance, by which policy. Options are ordered by total cost. */
export const OfferSheet = Type.Object({
  id: IdOf('sheet'),
  createdAt: Instant,
  expiresAt: Said(Instant, 'The end of `standsUntil` in America/Sao_Paulo'),
  standsUntil: Said(Day, 'The last day on which an option can be taken'),
  creditor: CreditorCard,
  debts: Type.Array(Type.Object({
    id: IdOf('debt'),
    externalId: Type.String(),
    description: Nullable(Type.String()),
    product: Words(PRODUCTS),
    contractNumber: Nullable(Type.String()),
    originalCreditor: Nullable(Type.String()),
    dueOn: Day,
    imputationOrder: Type.Optional(Type.Array(Words(OWED_COMPONENTS), { description: 'The contract’s own order of payments; where there is none, interest comes before principal (CC 354)' })),
    balance: Balance,
  })),
  balanceCents: Cents,
  policy: Type.Object({ id: IdOf('policy'), version: Type.Integer() }),
  voluntary: Type.Optional(Type.Boolean({ description: 'For debts whose term is over: nobody may collect them, and signing takes a consent of its own' })),
  dueDay: DueDay,
  dueDays: Type.Array(DueDay, { description: 'The days that may be asked for' }),
  options: Type.Array(OfferOption),
  unavailable: Type.Array(Type.Object({ count: Type.Integer(), reason: Words(UNAVAILABLE_REASONS), text: Type.Optional(Type.String()) })),
})
export type OfferSheet = Static<typeof OfferSheet>

/** What a sheet was made of. Written again from it, it has the same hash, unless the engine has changed since. */
export const SheetInputsAnswer = Type.Object({
  sheetId: IdOf('sheet'),
  sha256: Sha256,
  recomputed: Type.Object({ sha256: Nullable(Sha256), isSame: Type.Boolean() }, { description: 'The sheet written again from `inputs`; a hash of null where that failed' }),
  inputs: Type.Record(Type.String(), Type.Unknown(), { description: 'Rules with their floors, policy and version, terms and payments of each debt, index months, wishes, traits, the rows of the law: for the creditor alone' }),
})
export type SheetInputsAnswer = Static<typeof SheetInputsAnswer>
