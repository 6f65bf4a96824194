import { Type, type Static } from 'typebox'
import { Closed, Cursor, IdOf, Instant, Limit, ListOf, Nullable, PositiveCents, Words } from './common.ts'

/** The accounts of the books; what each is for stands in decision 20. */
export const LEDGER_ACCOUNTS = ['debts', 'receivable', 'bank', 'held', 'conditional_discount', 'realised_discount', 'interest_to_come', 'interest_income', 'late_charges', 'refunds_owed'] as const
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

/** What can move them. `opened` carries over what was signed before there were books. */
export const LEDGER_EVENTS = ['opened', 'agreed', 'amended', 'discounted', 'charged', 'forgiven', 'paid', 'settled', 'reopened', 'novated', 'withdrawn', 'held', 'released', 'refunded', 'reversed', 'restored'] as const
export type LedgerEvent = (typeof LEDGER_EVENTS)[number]

const Side = Words(['debit', 'credit'] as const)

export const LedgerLine = Type.Object({
  account: Words(LEDGER_ACCOUNTS),
  side: Side,
  cents: PositiveCents,
  installmentNumber: Nullable(Type.Integer({ minimum: 1 })),
  debtId: Nullable(IdOf('debt')),
})
export type LedgerLine = Static<typeof LedgerLine>

export const LedgerEntry = Type.Object({
  id: IdOf('entry'),
  event: Words(LEDGER_EVENTS),
  agreementId: Nullable(IdOf('agreement')),
  sourceId: Type.String({ description: 'What made it: the agreement, the amendment, the payment, its exception, its refund or its reversal' }),
  postedAt: Instant,
  lines: Type.Array(LedgerLine, { description: 'Debits and credits come to the same sum' }),
})
export type LedgerEntry = Static<typeof LedgerEntry>
export const LedgerEntries = ListOf(LedgerEntry)

export const LedgerQuery = Closed({
  agreementId: Type.Optional(IdOf('agreement')),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type LedgerQuery = Static<typeof LedgerQuery>

/** How an agreement stands in the books; accounts that come to nought are left out. */
export const AgreementLedger = Type.Object({
  agreementId: IdOf('agreement'),
  balances: Type.Array(Type.Object({ account: Words(LEDGER_ACCOUNTS), side: Side, cents: PositiveCents })),
})
export type AgreementLedger = Static<typeof AgreementLedger>
