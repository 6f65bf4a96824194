import { Type, type Static } from 'typebox'
import { Bps, Closed, Cpf, Cursor, Day, Email, IdOf, Instant, Limit, Nullable, Permission, PositiveCents, SignedCents, Words, Cents } from './common.ts'
import { CreditorCard } from './creditors.ts'
import { CORRECTION_INDICES, INDEX_CODES, IndexMonthName } from './indices.ts'

export const DEBT_STATUSES = ['open', 'in_agreement', 'settled', 'withdrawn', 'novated'] as const
export const PRODUCTS = ['bank_credit', 'card_revolving', 'school', 'telecom', 'energy', 'water', 'condominium', 'service', 'retail', 'rent', 'lodging', 'cheque', 'promissory_note', 'other'] as const
export const INTEREST_METHODS = ['simple', 'compound', 'legal'] as const
export const DAY_COUNTS = ['month_30', 'year_360', 'year_365'] as const
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
 * What the contract says of lateness. The law caps both rates (CDC 52 §1; STJ Súmula 379; Decreto 22.626/33). `legal` is for
 * a contract that says nothing of interest: the rate is then 0 here and the legal table counts (CC 406).
 */
export const Charges = Closed({
  lateFeeBps: Bps,
  defaultInterestMonthlyBps: Bps,
  interestMethod: Type.Optional(Words(INTEREST_METHODS)),
  dayCount: Type.Optional(Words(DAY_COUNTS)),
  correctionIndex: Type.Optional(Words(CORRECTION_INDICES)),
})
export type Charges = Static<typeof Charges>

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
  tags: Type.Optional(Type.Array(Label, { maxItems: 20, uniqueItems: true })),
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
  months: Type.Optional(Type.Array(Type.Object({ month: Type.String(), percent: Type.String(), days: Type.Integer(), daysOfMonth: Type.Integer() }), { description: 'The index months behind the figure, each with the days that it counted for' })),
})
export type BalanceComponent = Static<typeof BalanceComponent>

export const Balance = Type.Object({ asOf: Day, totalCents: Cents, components: Type.Array(BalanceComponent) })
export type Balance = Static<typeof Balance>

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
  charges: Charges,
  segment: Nullable(Type.String()),
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
export const CashPreview = Type.Object({ totalCents: Cents, discountCents: Cents, discountBps: Type.Integer(), standsUntil: Day })
export type CashPreview = Static<typeof CashPreview>

export const MyDebt = Type.Object({
  ...Debt.properties,
  creditor: CreditorCard,
  explanation: Type.Array(Explanation),
  cashPreview: Nullable(CashPreview),
  agreementId: Nullable(IdOf('agreement')),
  can: Type.Object({ negotiate: Permission }),
})
export type MyDebt = Static<typeof MyDebt>
export const MyDebts = Type.Object({ data: Type.Array(MyDebt), totalCents: Cents, asOf: Day })
export type MyDebts = Static<typeof MyDebts>
