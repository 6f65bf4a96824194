import { Type, type Static } from 'typebox'
import { Bps, Closed, Cpf, Cursor, Day, Email, IdOf, Instant, Limit, Line, Nullable, Permission, PositiveCents, SignedCents, SumCents, Words, Cents } from './common.ts'
import { CreditorCard } from './creditors.ts'
import { MyEscalation } from './escalations.ts'
import { MyServiceLimit } from './my-service-limits.ts'
import { CORRECTION_INDICES, INDEX_CODES, IndexMonthName } from './indices.ts'

export const DEBT_STATUSES = ['open', 'disputed', 'on_hold', 'in_agreement', 'settled', 'withdrawn', 'novated'] as const
/** Owed and in no agreement: `disputed` waits for an answer to the person, `on_hold` is paused by the creditor. */
export const STANDING_STATUSES = ['open', 'disputed', 'on_hold'] as const satisfies readonly (typeof DEBT_STATUSES)[number][]
export const HOLD_REASONS = ['court', 'hardship', 'death', 'wrong_person', 'payment_search', 'other'] as const
export const PRODUCTS = ['bank_credit', 'card_revolving', 'school', 'telecom', 'energy', 'water', 'condominium', 'service', 'retail', 'rent', 'lodging', 'cheque', 'promissory_note', 'other'] as const
/** The acts of Código Civil, art. 202, I to VI. */
export const INTERRUPTION_CAUSES = ['judicial_order', 'judicial_protest', 'protest', 'claim_in_estate', 'judicial_notice', 'recognition'] as const
export const INTEREST_METHODS = ['simple', 'compound', 'legal'] as const
export const DAY_COUNTS = ['month_30', 'year_360', 'year_365'] as const
/** How likely a debt is to be paid, as the creditor scores it. */
export const RISK_BANDS = ['low', 'medium', 'high'] as const
/** Everything that may be open of a debt, in the order in which a payment is used where nothing was agreed (CC 354). */
export const OWED_COMPONENTS = ['default_interest', 'contract_interest', 'late_fine', 'collection_fees', 'correction', 'principal'] as const
/** What bore interest where the contract says nothing, before the legal table begins on 30 August 2024: practice and courts differ. */
export const LEGAL_INTEREST_HISTORIES = ['none', 'one_per_cent', 'selic'] as const
export const BALANCE_COMPONENTS = ['principal', 'contract_interest', 'correction', 'late_fine', 'default_interest', 'collection_fees', 'payments'] as const
export const WITHDRAWAL_REASONS = ['paid_elsewhere', 'sold', 'error', 'judicial', 'other'] as const

export const ExternalId = Type.String({ pattern: '^[A-Za-z0-9._:-]+$', minLength: 1, maxLength: 80, description: "The creditor's own id of the debt", examples: ['CARTAO-000123'] })
const Label = Type.String({ pattern: '^[a-z0-9_-]+$', minLength: 1, maxLength: 40 })

export const DebtorInput = Closed({
  cpf: Cpf,
  name: Type.String({ minLength: 2, maxLength: 120 }),
  birthDate: Type.Optional(Day),
  email: Type.Optional(Email),
  phone: Type.Optional(Type.String({ minLength: 8, maxLength: 20 })),
  state: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', maxLength: 2 })),
  city: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
})
export type DebtorInput = Static<typeof DebtorInput>

/**
 * The price of the credit itself: from a day until the due date. Compound needs the yearly rate beside the monthly one, above
 * twelve times it (STJ Súmula 541). Financial creditors may go on with it after the due date (CMN 4.882/2020 art. 2, I).
 */
export const ContractInterest = Closed({
  monthlyBps: Type.Integer({ minimum: 1, maximum: 10_000, description: 'Basis points a month: 180 is 1.8%', examples: [180] }),
  from: Day,
  method: Type.Optional(Words(['simple', 'compound'] as const)),
  yearlyBps: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'Basis points a year, as the contract says; needed where interest is compound' })),
  afterDue: Type.Optional(Type.Boolean({ description: 'Whether it goes on after the due date, beside default interest; financial creditors only' })),
})

/** Charged once, on what fell due, by a clause of the contract and for work that was done; never by financial creditors (CDC 51 XII; CMN 4.882/2020). */
export const CollectionFees = Closed({
  bps: Type.Integer({ minimum: 1, maximum: 10_000, description: 'Basis points of what fell due: 500 is 5%', examples: [500] }),
  clause: Line(140),
  work: Line(140),
})

/**
 * What the contract says of lateness. The law caps both rates (CDC 52 §1; STJ Súmula 379; Decreto 22.626/33). `legal` is for
 * a contract that says nothing of interest: the rate is then 0 here and the legal table counts (CC 406), and
 * `legalInterestHistory` is what the creditor's lawyer holds for the days before that table. `specialLaw` names the law under which
 * a bank's contract knows no limit of default interest (Súmula 379).
 */
export const Charges = Closed({
  lateFeeBps: Bps,
  defaultInterestMonthlyBps: Bps,
  interestMethod: Type.Optional(Words(INTEREST_METHODS)),
  dayCount: Type.Optional(Words(DAY_COUNTS)),
  correctionIndex: Type.Optional(Words(CORRECTION_INDICES)),
  contractInterest: Type.Optional(ContractInterest),
  collectionFees: Type.Optional(CollectionFees),
  imputationOrder: Type.Optional(Type.Array(Words(OWED_COMPONENTS), { minItems: OWED_COMPONENTS.length, maxItems: OWED_COMPONENTS.length, uniqueItems: true, description: 'The order in which a payment is used, where the contract has one of its own (CC 354): all six kinds, each once' })),
  specialLaw: Type.Optional(Line(140)),
  legalInterestHistory: Type.Optional(Words(LEGAL_INTEREST_HISTORIES)),
})
export type Charges = Static<typeof Charges>

export type InterruptionCause = (typeof INTERRUPTION_CAUSES)[number]

/** What had the term of the claim begin again: once in a debt's life (CC 202). */
export const Interruption = Closed({ on: Day, by: Words(INTERRUPTION_CAUSES) })
export type Interruption = Static<typeof Interruption>

const debtFields = {
  debtor: DebtorInput,
  product: Words(PRODUCTS),
  contractNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  description: Type.Optional(Type.String({ minLength: 1, maxLength: 140 })),
  originalCreditor: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  principalCents: PositiveCents,
  dueOn: Day,
  charges: Charges,
  segment: Type.Optional(Label),
  riskBand: Type.Optional(Words(RISK_BANDS)),
  tags: Type.Optional(Type.Array(Label, { maxItems: 20, uniqueItems: true })),
  interruption: Type.Optional(Interruption),
}
export const DebtInput = Closed(debtFields)
export type DebtInput = Static<typeof DebtInput>

/** A line of an import: the body of PUT plus the debt's own id. */
export const DebtLine = Closed({ externalId: ExternalId, ...debtFields })
export type DebtLine = Static<typeof DebtLine>

export const BalanceComponent = Type.Object({
  kind: Words(BALANCE_COMPONENTS),
  cents: SignedCents,
  formula: Type.String({ description: 'How to redo the figure by hand' }),
  rule: Type.String({ description: 'The rule of law or contract that it rests on' }),
  source: Type.Optional(Type.String({ description: 'Where that rule is written' })),
  rateBps: Type.Optional(Type.Integer()),
  percent: Type.Optional(Type.String({ description: 'What the months of an index come to, per cent with six decimals' })),
  index: Type.Optional(Words(INDEX_CODES)),
  days: Type.Optional(Type.Integer()),
  months: Type.Optional(Type.Array(Type.Object({ month: Type.String(), percent: Type.String(), days: Type.Integer(), daysOfMonth: Type.Integer(), projected: Type.Optional(Type.Boolean()) }), { description: 'The index months behind the figure, each with the days that it counted for' })),
  projected: Type.Optional(Type.Boolean({ description: 'A month is not out yet, and the last known one stands in for it: an estimate' })),
  limited: Type.Optional(Type.Boolean({ description: 'Cut by a limit of the law, to what the formula says: charges of a card to its original value, falling prices to the nominal value' })),
  order: Type.Optional(Type.Array(Words(OWED_COMPONENTS), { description: 'In which order payments were used' })),
})
export type BalanceComponent = Static<typeof BalanceComponent>

export const Balance = Type.Object({ asOf: Day, totalCents: Cents, components: Type.Array(BalanceComponent) })
export type Balance = Static<typeof Balance>

/** Until when the claim may be collected, by which rule, and what had its term begin again. */
export const Prescription = Type.Object({
  on: Day,
  rule: Type.String({ description: 'Id of the rule of law', examples: ['prescription-liquid'] }),
  source: Type.String(),
  interruptedOn: Nullable(Day),
  by: Nullable(Words(INTERRUPTION_CAUSES)),
})
export type Prescription = Static<typeof Prescription>

export const Debt = Type.Object({
  id: IdOf('debt'),
  externalId: Type.String(),
  status: Words(DEBT_STATUSES),
  product: Words(PRODUCTS),
  contractNumber: Nullable(Type.String()),
  description: Nullable(Type.String()),
  originalCreditor: Nullable(Type.String()),
  principalCents: Cents,
  dueOn: Day,
  overdueDays: Type.Integer({ minimum: 0 }),
  prescribesOn: Nullable(Day),
  prescription: Prescription,
  barred: Type.Boolean({ description: 'Owed and in no agreement, with its term at an end: nobody may collect it, and only the person may ask for a voluntary payment' }),
  charges: Charges,
  segment: Nullable(Type.String()),
  riskBand: Nullable(Words(RISK_BANDS)),
  tags: Type.Array(Type.String()),
  balance: Balance,
  missingIndex: Type.Optional(Type.Object({ index: Words(INDEX_CODES), month: IndexMonthName }, { description: 'Not published yet: the balance is the one of its `asOf`' })),
  withdrawal: Nullable(Type.Object({ reason: Words(WITHDRAWAL_REASONS), note: Nullable(Type.String()), at: Instant })),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Debt = Static<typeof Debt>

export const DebtQuery = Closed({
  status: Type.Optional(Words(DEBT_STATUSES)),
  product: Type.Optional(Words(PRODUCTS)),
  segment: Type.Optional(Label),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type DebtQuery = Static<typeof DebtQuery>

export const WithdrawalInput = Closed({
  reason: Words(WITHDRAWAL_REASONS),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 280 })),
})
export type WithdrawalInput = Static<typeof WithdrawalInput>

/** Why the creditor pauses a debt, and the last day of it where there is one. */
export const DebtHoldInput = Closed({ reason: Words(HOLD_REASONS), untilOn: Type.Optional(Day) })
export type DebtHoldInput = Static<typeof DebtHoldInput>

export const DebtHold = Type.Object({ externalId: Type.String(), reason: Words(HOLD_REASONS), untilOn: Nullable(Day), createdAt: Instant, endedAt: Nullable(Instant) })
export type DebtHold = Static<typeof DebtHold>

export const DebtLookup = Closed({ cpf: Cpf })
export const DebtLookupAnswer = Type.Object({
  debtor: Nullable(Type.Object({ id: IdOf('debtor'), name: Type.String(), cpfMasked: Type.String() })),
  debts: Type.Array(Debt),
})
export type DebtLookupAnswer = Static<typeof DebtLookupAnswer>

/** One component of a balance in a plain sentence, for the person who owes. */
export const Explanation = Type.Object({ kind: Words(BALANCE_COMPONENTS), cents: SignedCents, text: Type.String() })
export type Explanation = Static<typeof Explanation>

/** The best cash offer of today, so that a list can show it; `standsUntil` is its last day. */
export const CashPreview = Type.Object({ totalCents: SumCents, discountCents: SumCents, discountBps: Type.Integer(), standsUntil: Day })
export type CashPreview = Static<typeof CashPreview>

/** What a person must read before paying what nobody may collect, and the exact words of the consent that it takes. */
export const VoluntaryPayment = Type.Object({ warning: Type.Array(Type.String()), consent: Type.String() })
export type VoluntaryPayment = Static<typeof VoluntaryPayment>

// How the creditor scores the risk of a person is not for that person's list of debts.
const { riskBand: _score, ...shownToDebtor } = Debt.properties

export const MyDebt = Type.Object({
  ...shownToDebtor,
  creditor: CreditorCard,
  explanation: Type.Array(Explanation),
  cashPreview: Nullable(CashPreview),
  agreementId: Nullable(IdOf('agreement')),
  voluntary: Type.Optional(VoluntaryPayment),
  escalation: Type.Optional(MyEscalation),
  service: Type.Optional(Type.Array(MyServiceLimit)),
  can: Type.Object({ negotiate: Permission }),
})
export type MyDebt = Static<typeof MyDebt>
export const MyDebts = Type.Object({ data: Type.Array(MyDebt), totalCents: Cents, asOf: Day })
export type MyDebts = Static<typeof MyDebts>
