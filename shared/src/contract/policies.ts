import { Type, type Static } from 'typebox'
import { Bps, Cents, Closed, Day, DueDay, IdOf, Instant, Line, Nullable, PositiveCents, Said, Words } from './common.ts'
import { MAX_CENTS } from '../money/cents.ts'
import { PRODUCTS, RISK_BANDS } from './debts.ts'

/** The states of Brazil and the Federal District. */
export const STATES = ['AC', 'AL', 'AM', 'AP', 'BA', 'CE', 'DF', 'ES', 'GO', 'MA', 'MG', 'MS', 'MT', 'PA', 'PB', 'PE', 'PI', 'PR', 'RJ', 'RN', 'RO', 'RR', 'RS', 'SC', 'SE', 'SP', 'TO'] as const
/** How a rate above zero is repaid: level parts (Price), level principal (SAC), or simple interest in level parts. */
export const AMORTIZATIONS = ['price', 'sac', 'simple'] as const
export const PAYMENT_METHODS_GRANTED = ['pix', 'boleto'] as const
/** What a break leaves: the original debt less what was paid, or the agreed amount less what was paid (novation, CC 360). */
export const BREAK_EFFECTS = ['original_debt', 'novation'] as const

/** When the creditor takes the person's name off lists of debtors: once all is paid, as the law has it, or with the first installment. */
export const DELISTING_MOMENTS = ['settlement', 'first_installment'] as const

export const POLICY_STATUSES = ['draft', 'awaiting_approval', 'published', 'superseded'] as const

const Range = (maximum: number, description: string) =>
  Closed({ min: Type.Optional(Type.Integer({ minimum: 0, maximum })), max: Type.Optional(Type.Integer({ minimum: 0, maximum })) }, { description })

const CampaignCode = Type.String({ pattern: '^[A-Z0-9-]+$', minLength: 2, maxLength: 40, description: 'The campaign’s own code', examples: ['VOLTA-AS-AULAS-2027'] })

/** Which debts a rule reaches. What is left out does not narrow it; the first rule that fits a debt decides. */
export const PolicyCondition = Closed({
  overdueDays: Type.Optional(Range(36_500, 'Days since the due date')),
  balanceCents: Type.Optional(Range(1_000_000_000_000, 'What the debt comes to on the day, in integer cents')),
  products: Type.Optional(Type.Array(Words(PRODUCTS), { minItems: 1, maxItems: PRODUCTS.length, uniqueItems: true })),
  segments: Type.Optional(Type.Array(Line(40), { minItems: 1, maxItems: 50, uniqueItems: true, description: 'The creditor’s own words, as its debts bear them' })),
  riskBands: Type.Optional(Type.Array(Words(RISK_BANDS), { minItems: 1, maxItems: 3, uniqueItems: true, description: 'A debt without a band is in none of them' })),
  tags: Type.Optional(Type.Array(Line(40), { minItems: 1, maxItems: 50, uniqueItems: true, description: 'The debt bears at least one of them' })),
  states: Type.Optional(Type.Array(Words(STATES), { minItems: 1, maxItems: 27, uniqueItems: true, description: 'Where the person lives; one whose state is not known is in none of them' })),
  debtCount: Type.Optional(Range(10_000, 'Open debts of the person at this creditor')),
  campaign: Type.Optional(Said(CampaignCode, 'The rule holds while this campaign of the policy runs')),
  hasBrokenAgreement: Type.Optional(Type.Boolean({ description: 'Whether an agreement of this person with the creditor was broken before' })),
}, { description: 'Which debts the rule reaches; `min` and `max` are included. What is left out does not narrow it. Of several rules that fit a debt the first one decides.' })
export type PolicyCondition = Static<typeof PolicyCondition>

/** How much of each component is forgiven. */
export const Discount = Closed({
  lateFineBps: Said(Bps, 'Share of the fine', [10_000]),
  defaultInterestBps: Said(Bps, 'Share of the default interest', [10_000]),
  principalBps: Said(Bps, 'Share of the principal, and of its correction', [1_000]),
  contractInterestBps: Type.Optional(Said(Bps, 'Share of the contract’s own interest; 0 when left out', [10_000])),
  feesBps: Type.Optional(Said(Bps, 'Share of the collection fees; 0 when left out', [10_000])),
}, { description: 'How much of each component is forgiven, in basis points: 10000 is all of it' })
export type Discount = Static<typeof Discount>

const cashDeadline = {
  discount: Discount,
  daysToPay: Type.Integer({ minimum: 2, maximum: 60, description: 'Calendar days until the payment is due' }),
}
export const CashDeadline = Closed(cashDeadline)
export type CashDeadline = Static<typeof CashDeadline>

/** One payment. `later` gives more time for a smaller discount: each deadline is an option of its own. */
export const CashGrant = Closed({ ...cashDeadline, later: Type.Optional(Type.Array(CashDeadline, { minItems: 1, maxItems: 5, description: 'More time for a smaller discount: each is an option of its own' })) }, { description: 'One payment of everything' })
export type CashGrant = Static<typeof CashGrant>

/** Taken off an installment that is paid so many days before it is due: a discount for punctuality, never a fine in disguise. */
export const EarlyPayment = Closed({
  discountBps: Type.Integer({ minimum: 1, maximum: 5_000, description: 'Taken off the installment, in basis points', examples: [500] }),
  daysBefore: Type.Integer({ minimum: 0, maximum: 30, description: 'It must be paid so many days before it is due; 0 is the due date itself' }),
}, { description: 'A discount on an installment that is paid early' })
export type EarlyPayment = Static<typeof EarlyPayment>

/** A band of installment counts with one set of terms. A rate above zero is repaid by the Price table where nothing else is said. */
export const InstallmentBand = Closed({
  count: Closed({ min: Type.Integer({ minimum: 2, maximum: 120 }), max: Type.Integer({ minimum: 2, maximum: 120 }) }, { description: 'Numbers of payments, both included; a down payment is one of them' }),
  discount: Discount,
  monthlyRateBps: Type.Integer({ minimum: 0, maximum: 2_000, description: 'Monthly interest of the installments in basis points; 0 for none', examples: [199] }),
  amortization: Type.Optional(Words(AMORTIZATIONS, { description: 'How a rate above 0 is repaid: level installments (`price`, when left out), level principal (`sac`), simple interest in level installments (`simple`)' })),
  earlyPayment: Type.Optional(EarlyPayment),
  leastDownPaymentBps: Type.Integer({ minimum: 0, maximum: 9_000, description: 'Least down payment, in basis points of the amount after the discount' }),
  leastInstallmentCents: Type.Integer({ minimum: 0, maximum: MAX_CENTS, description: 'A count whose installments would be smaller is not offered', examples: [3000] }),
})
export type InstallmentBand = Static<typeof InstallmentBand>

export const BreakRule = Closed({
  toleranceDays: Type.Integer({ minimum: 5, maximum: 90, description: 'Days late before an installment counts as missed' }),
  missedInstallments: Type.Integer({ minimum: 1, maximum: 12, description: 'Missed installments that break the agreement' }),
  noticeDays: Type.Optional(Type.Integer({ minimum: 5, maximum: 30, description: 'Days between the notice and the break; 5 when left out' })),
  effect: Type.Optional(Words(BREAK_EFFECTS, { description: 'What a break leaves: the original debt less what was paid (when left out), or the agreed amount less what was paid (CC 360)' })),
})
export type BreakRule = Static<typeof BreakRule>

/** Given to a person who pays the whole agreement. */
export const Benefit = Closed({ text: Line(140), coupon: Type.Optional(Said(Line(40), 'Told when everything is paid, and not before')) }, { description: 'Given to a person who pays the whole agreement' })
export type Benefit = Static<typeof Benefit>

const Times = Type.Integer({ minimum: 1, maximum: 12, description: 'How many times in the life of an agreement' })

/** What the debtor may do alone with a plan in trouble. To pay ahead or everything today is a right and needs no grant (CDC 52 §2). */
export const Repairs = Closed({
  moveDueDate: Type.Optional(Closed({ times: Times, mostDays: Type.Integer({ minimum: 1, maximum: 60, description: 'How far a due date may move' }) }, { description: 'Another due date for one installment' })),
  skip: Type.Optional(Closed({ times: Times }, { description: 'One installment goes to the end of the plan' })),
  split: Type.Optional(Closed({ times: Times, mostParts: Type.Integer({ minimum: 2, maximum: 6 }) }, { description: 'One installment in several' })),
  reage: Type.Optional(Closed({ times: Times }, { description: 'What is late, with its charges, goes into what is left or to the end' })),
}, { description: 'Repairs that the debtor may make alone' })
export type Repairs = Static<typeof Repairs>

/** How far the debtor's own offer may go. Shares are of today's balance; the present value of the plan decides. */
export const CounterOffers = Closed({
  monthlyDiscountRateBps: Type.Integer({ minimum: 0, maximum: 1_000, description: 'The monthly rate, in basis points, at which later payments are worth less to the creditor' }),
  leastPresentValueBps: Type.Integer({ minimum: 1, maximum: 10_000, description: 'Accepted at once from this share of the balance on, in basis points' }),
  reviewPresentValueBps: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'From this share on a person decides; below it the offer is refused' })),
  reviewDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 15, description: 'Days within which a person decides; 3 when left out' })),
  mostCount: Type.Integer({ minimum: 1, maximum: 120, description: 'No offer of more payments than these is accepted at once' }),
  leastInstallmentCents: Type.Optional(Said(PositiveCents, 'The smallest payment that is accepted at once, in integer cents', [2_000])),
  secondApprovalBelowBps: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'An approval under this share needs a second client' })),
}, { description: 'Floors for the debtor’s own offer; never shown to the debtor' })
export type CounterOffers = Static<typeof CounterOffers>

export const PolicyGrant = Closed({
  cash: Type.Optional(CashGrant),
  installments: Type.Optional(Type.Array(InstallmentBand, { maxItems: 20 })),
  daysToFirstPayment: Type.Integer({ minimum: 2, maximum: 60, description: 'The first payment falls due within so many days' }),
  dueDays: Type.Optional(Type.Array(DueDay, { minItems: 1, maxItems: 31, uniqueItems: true, description: 'Days of the month to choose from; all when left out' })),
  validityDays: Type.Integer({ minimum: 2, maximum: 30, description: 'The offer stands to the end of this day after today (CDC 54-B III: at least 2)' }),
  lateFeeBps: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Fine on a late installment, in basis points' }),
  defaultInterestMonthlyBps: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Monthly interest on a late installment, in basis points' }),
  breakRule: BreakRule,
  paymentMethods: Type.Optional(Type.Array(Words(PAYMENT_METHODS_GRANTED), { minItems: 1, maxItems: 2, uniqueItems: true, description: 'Pix alone when left out' })),
  benefit: Type.Optional(Benefit),
  repairs: Type.Optional(Repairs),
  counterOffers: Type.Optional(CounterOffers),
  withdrawalDays: Type.Optional(Type.Integer({ minimum: 7, maximum: 30, description: 'Days after the signature within which the person may undo it at no cost (CDC 49); the term says so. None when left out' })),
  delistOn: Type.Optional(Words(DELISTING_MOMENTS, { description: 'From which payment the five business days count in which the name leaves lists of debtors: the last one (when left out), or the first installment; the term says so' })),
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

/**
 * A layer of a policy: its rules (`when.campaign`) hold from `startsOn` to `endsOn` and until the discounts that were signed
 * come to the budget. A budget belongs to the code, whatever version of the policy names it.
 */
export const Campaign = Closed({
  code: CampaignCode,
  name: Line(80),
  startsOn: Said(Day, 'Its first day', ['2027-01-04']),
  endsOn: Said(Day, 'Its last day', ['2027-02-28']),
  discountBudgetCents: Said(PositiveCents, 'What its signatures may forgive in all, in integer cents; it belongs to the code, whichever version names it', [5_000_000]),
})
export type Campaign = Static<typeof Campaign>

const policyFields = {
  name: Line(80),
  rules: Type.Array(PolicyRule, { minItems: 1, maxItems: 50 }),
  validFrom: Type.Optional(Said(Day, 'Its first day, from the publication when left out; until then the version before it holds', ['2026-11-21'])),
  validTo: Type.Optional(Said(Day, 'Its last day; after it nothing is offered, unless another version holds', ['2027-11-20'])),
  audience: Type.Optional(Said(PolicyCondition, 'Which debts the whole policy is for, whatever its rules say; all when left out')),
  campaigns: Type.Optional(Type.Array(Campaign, { minItems: 1, maxItems: 10 })),
  projectIndices: Type.Optional(Type.Boolean({ description: 'Where an index month is not out yet, the last known one stands in for it, marked as a projection' })),
}

export const PolicyInput = Closed(policyFields, { examples: [EXAMPLE] })
export type PolicyInput = Static<typeof PolicyInput>

export const Policy = Type.Object({
  id: IdOf('policy'),
  name: Type.String(),
  version: Nullable(Type.Integer({ description: 'Given at publication, counted per creditor' })),
  status: Words(POLICY_STATUSES, { description: '`superseded`: a later version has taken its place' }),
  inForce: Type.Boolean({ description: 'Whether offers are made by it today' }),
  rules: Type.Array(PolicyRule),
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
  audience: Nullable(PolicyCondition),
  campaigns: Type.Array(Campaign),
  projectIndices: Type.Boolean(),
  createdAt: Instant,
  approval: Nullable(Type.Object({
    askedBy: IdOf('client'),
    askedAt: Instant,
    approvedBy: Nullable(IdOf('client')),
  }, { description: 'Where two clients publish: who asked, and who approved' })),
  publishedAt: Nullable(Instant),
})
export type Policy = Static<typeof Policy>

/** A campaign with what its signatures have spent of its budget. */
export const CampaignState = Type.Object({
  code: Type.String(),
  name: Type.String(),
  startsOn: Day,
  endsOn: Day,
  budgetCents: Said(Cents, 'Its `discountBudgetCents`, in integer cents'),
  spentCents: Said(Cents, 'What signatures have spent of it, in integer cents'),
  leftCents: Said(Cents, 'What is left of it, in integer cents'),
  running: Type.Boolean({ description: 'Whether offers are made by it today: in the policy in force, between its dates, with budget left' }),
})
export type CampaignState = Static<typeof CampaignState>
