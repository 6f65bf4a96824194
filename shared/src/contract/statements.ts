import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, ListOf, Nullable, PositiveCents, SumCents, Words } from './common.ts'

/** What a credit of a statement did. */
export const LINE_OUTCOMES = ['posted', 'known', 'held'] as const

const column = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 60, description }))

export const StatementQuery = Closed({
  preview: Type.Optional(Type.Boolean({ description: 'Say what the file would do, by the same path, and do nothing' })),
  account: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9./-]{1,40}$', maxLength: 40, description: 'CSV alone, and there required: the account that the file is of, named the same each time' })),
  date: column('CSV: what the column of the day is called; `date` when left out'),
  amount: column('CSV: the column of the amount, negative where money left; `amount` when left out'),
  description: column('CSV: the column of what the bank wrote; `description` when left out'),
  reference: column('CSV: the column of a document number or of the payer’s own words; none when left out'),
  payer: column('CSV: the column of the payer’s CPF or CNPJ; none when left out'),
})
export type StatementQuery = Static<typeof StatementQuery>

/** What a statement came to, and what its credits did. */
export const BankStatement = Type.Object({
  id: Nullable(IdOf('statement')),
  format: Words(['ofx', 'csv'] as const),
  preview: Type.Boolean({ description: 'True where nothing was done; there is no `id` then' }),
  beganOn: Nullable(Day),
  endedOn: Nullable(Day),
  credits: Type.Integer({ description: 'Movements by which money came' }),
  creditCents: SumCents,
  debits: Type.Integer({ description: 'Movements by which money left, fees too; they do nothing here' }),
  debitCents: SumCents,
  posted: Type.Integer({ description: 'Credits that became payments of their agreements' }),
  known: Type.Integer({ description: 'Credits that stand already, told by an earlier file, the bank or the creditor' }),
  held: Type.Integer({ description: 'Credits that wait for a person: GET /v1/payment-exceptions' }),
  pending: Type.Integer({ description: 'Credits that did nothing yet: of a day to come, or of a file that a fault cut short. The same file again does the rest' }),
  createdAt: Instant,
})
export type BankStatement = Static<typeof BankStatement>

const StatementLine = Type.Object({
  line: Type.Integer({ description: 'Of the file, counted from 1' }),
  postedOn: Day,
  amountCents: PositiveCents,
  description: Type.String({ description: 'What the bank wrote; it may name people' }),
  reference: Nullable(Type.String()),
  bankReference: Nullable(Type.String({ description: 'The bank’s own id (FITID)' })),
  externalReference: Type.String({ description: 'The reference of the payment or the exception' }),
  outcome: Words(LINE_OUTCOMES),
  matchedBy: Nullable(Words(['charge', 'payer'] as const, { description: '`charge`: by the txid of a charge; `payer`: by the payer’s document and an amount that is open' })),
  agreementId: Nullable(IdOf('agreement')),
  paymentId: Nullable(IdOf('payment')),
  exceptionId: Nullable(IdOf('exception')),
  candidates: Type.Array(Type.Object({ agreementId: IdOf('agreement'), installmentNumber: Type.Integer() }), { description: 'Of what is held: what it may be for, at most five. A person decides' }),
})
export type BankStatementLine = Static<typeof StatementLine>

/** A statement with a page of its credits, in the order of the file. */
export const BankStatementWithLines = Type.Object({ ...BankStatement.properties, lines: ListOf(StatementLine) })
export type BankStatementWithLines = Static<typeof BankStatementWithLines>

export const StatementLinesQuery = Closed({
  outcome: Type.Optional(Words(LINE_OUTCOMES)),
  limit: Type.Optional(Limit),
  after: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'The `nextCursor` of the page before: the last line that it had' })),
})
export type StatementLinesQuery = Static<typeof StatementLinesQuery>

export const StatementListQuery = Closed({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
export type StatementListQuery = Static<typeof StatementListQuery>
