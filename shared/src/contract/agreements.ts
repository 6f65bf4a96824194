import { Type, type Static } from 'typebox'
import { Cents, Closed, Cursor, Day, IdOf, Instant, Limit, Nullable, Permission, PositiveCents, Said, Sha256, SumCents, Words } from './common.ts'
import { ChargeItem } from './charge-items.ts'
import { CourtOrder } from './court-plans.ts'
import { CreditorCard } from './creditors.ts'
import { Benefit, BreakRule, DELISTING_MOMENTS, PAYMENT_METHODS_GRANTED } from './policies.ts'
import { OPTION_KINDS } from './offers.ts'

export const AGREEMENT_STATUSES = ['awaiting_signature', 'awaiting_first_payment', 'active', 'settled', 'broken', 'cancelled', 'withdrawn', 'expired'] as const
export const INSTALLMENT_STATUSES = ['open', 'partly_paid', 'paid', 'cancelled'] as const
export const CANCELLATION_REASONS = ['debtor_request', 'creditor_decision', 'error', 'judicial'] as const

export const Installment = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  dueOn: Day,
  amountCents: PositiveCents,
  paidCents: Cents,
  status: Words(INSTALLMENT_STATUSES),
  overdueDays: Type.Integer({ minimum: 0, description: 'Days past its due date with money still open; 0 otherwise' }),
  late: Type.Optional(Type.Object({ amountCents: PositiveCents, asOf: Day, items: Type.Array(ChargeItem) }, { description: 'What it comes to if it is paid today, fine and interest for its delay included; left out where it is not late' })),
  early: Type.Optional(Type.Object({ payBy: Day, amountCents: PositiveCents }, { description: 'What it comes to if all of it is paid by that day, as was signed; left out once that is over' })),
})
export type Installment = Static<typeof Installment>

/** Whether a repair is possible now, how often still, and within which bounds; the code says why not. */
export const RepairPermission = Type.Object({
  ok: Type.Boolean(),
  code: Type.Optional(Type.String()),
  timesLeft: Type.Integer({ minimum: 0 }),
  mostDays: Type.Optional(Type.Integer()),
  mostParts: Type.Optional(Type.Integer()),
})
export type RepairPermission = Static<typeof RepairPermission>

/** A signed wish to pay ahead, or everything: good to the end of `payBy`; unpaid by then, the schedule stays as it is. */
export const PendingPayment = Type.Object({
  amendmentId: IdOf('amendment'),
  kind: Words(['pay_ahead', 'pay_off'] as const),
  amountCents: SumCents,
  payBy: Day,
})
export type PendingPayment = Static<typeof PendingPayment>

export const Agreement = Type.Object({
  id: IdOf('agreement'),
  status: Words(AGREEMENT_STATUSES),
  creditor: CreditorCard,
  debts: Type.Array(Type.Object({ id: IdOf('debt'), externalId: Type.String(), description: Nullable(Type.String()), balanceCents: Cents })),
  offerSheetId: Nullable(IdOf('sheet')),
  courtOrder: Nullable(CourtOrder),
  optionId: Type.String(),
  kind: Words(OPTION_KINDS),
  count: Type.Integer(),
  balanceCents: Cents,
  totalCents: PositiveCents,
  discountCents: Cents,
  interestCents: Cents,
  savingCents: Cents,
  cetYearly: Type.String(),
  monthlyRateBps: Type.Integer(),
  lateFeeBps: Type.Integer(),
  defaultInterestMonthlyBps: Type.Integer(),
  breakRule: BreakRule,
  voluntary: Type.Boolean({ description: 'A payment of debts whose term is over, by the person’s own will' }),
  benefits: Type.Optional(Type.Array(Benefit, { description: 'Given for paying everything, coupons and all, once that is done' })),
  paymentMethods: Type.Array(Words([...PAYMENT_METHODS_GRANTED, 'card'] as const), { description: 'How an installment can be paid here' }),
  dueDay: Type.Integer(),
  expiresAt: Instant,
  paidCents: Cents,
  installments: Type.Array(Installment),
  term: Type.Object({ text: Type.String(), sha256: Sha256 }),
  verificationCode: Nullable(Type.String()),
  signedAt: Nullable(Instant),
  settledAt: Nullable(Instant),
  breakNotice: Nullable(Type.Object({ givenOn: Day, lastDayOn: Day }, { description: 'The agreement ends for want of payment after `lastDayOn`, unless it is put in order by then' })),
  brokenAt: Nullable(Instant),
  cancellation: Nullable(Type.Object({ reason: Words(CANCELLATION_REASONS), note: Nullable(Type.String()), at: Instant })),
  createdAt: Instant,
  withdrawal: Nullable(Type.Object({
    lastDayOn: Day,
    withdrawnAt: Nullable(Instant),
    refund: Nullable(Type.Object({ amountCents: PositiveCents, confirmedAt: Nullable(Instant) })),
  }, { description: 'Until when the person may undo it at no cost, and what came of it; null where the term gives no days' })),
  delisting: Nullable(Type.Object({ cause: Words(DELISTING_MOMENTS), dueOn: Day, confirmedAt: Nullable(Instant) }, { description: 'After the settlement, or the first installment where the term says so: by when the creditor takes the name off lists of debtors, and when it said that it did' })),
  pendingPayment: Nullable(PendingPayment),
  can: Type.Object({
    sign: Permission, pay: Permission, discharge: Permission, cancel: Permission, withdraw: Permission,
    moveDueDate: RepairPermission, skip: RepairPermission, split: RepairPermission, reage: RepairPermission,
    payAhead: Permission, payOff: Permission,
    protestConsent: Said(Permission, 'Whether there is a letter of consent for cancelling a protest: settled, and a debt of it was protested'),
  }),
})
export type Agreement = Static<typeof Agreement>

export const MyAgreementInput = Closed({
  offerSheetId: IdOf('sheet'),
  optionId: Type.String({ minLength: 1, maxLength: 40 }),
  voluntaryConsent: Type.Optional(Type.Literal(true, { description: 'For a voluntary sheet: I know that nobody may collect this, and want to pay' })),
})
export type MyAgreementInput = Static<typeof MyAgreementInput>

export const SignatureInput = Closed({
  challengeId: IdOf('challenge'),
  code: Type.String({ pattern: '^\\d{6}$', maxLength: 6 }),
  termSha256: Sha256,
  accepted: Type.Literal(true),
})
export type SignatureInput = Static<typeof SignatureInput>

export const AgreementQuery = Closed({
  status: Type.Optional(Words(AGREEMENT_STATUSES)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type AgreementQuery = Static<typeof AgreementQuery>

export const CancellationInput = Closed({
  reason: Words(CANCELLATION_REASONS),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 280 })),
})
export type CancellationInput = Static<typeof CancellationInput>

/** Printed at the foot of a paper. */
export const VerificationCode = Type.String({ pattern: '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$', maxLength: 14 })

/** What anybody who holds the paper may check: nothing that names the debtor. */
export const AgreementVerification = Type.Object({
  code: Type.String(),
  status: Words(AGREEMENT_STATUSES),
  creditor: Type.Object({ legalName: Type.String(), tradeName: Type.String(), cnpj: Type.String() }),
  signedAt: Instant,
  settledAt: Nullable(Instant),
  totalCents: Cents,
  count: Type.Integer(),
  termSha256: Sha256,
})
export type AgreementVerification = Static<typeof AgreementVerification>
