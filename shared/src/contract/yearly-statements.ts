import { Type, type Static } from 'typebox'
import { Cents, Instant, Said } from './common.ts'
import { CreditorCard } from './creditors.ts'

const Year = Type.Integer({ minimum: 2000, maximum: 9999 })

const statement = {
  code: Said(Type.String(), 'The code on the paper'),
  year: Year,
  months: Type.Array(Type.Object({
    month: Type.Integer({ minimum: 1, maximum: 12 }),
    installmentCount: Type.Integer({ minimum: 1 }),
    paidCents: Cents,
  }), { description: 'The months in which installments were due, all of them paid' }),
  paidCents: Said(Cents, 'All of it, in integer cents'),
  clearsEarlierYears: Type.Boolean({ description: 'Nothing of the years before was open either, so it stands for their receipts too' }),
  createdAt: Instant,
}

/** The yearly statement of discharge of one creditor (Lei 12.007/2009). */
export const YearlyStatement = Type.Object({ creditor: CreditorCard, ...statement })
export type YearlyStatement = Static<typeof YearlyStatement>

/** What a statement says, as it stood on the day when it was given. */
export type StatementDocument = Pick<YearlyStatement, 'months' | 'clearsEarlierYears'>

/** What anybody who holds the paper may check: nothing that names the person. */
export const YearlyStatementVerification = Type.Object({
  creditor: Type.Object({ legalName: Type.String(), tradeName: Type.String(), cnpj: Type.String() }),
  ...statement,
})
export type YearlyStatementVerification = Static<typeof YearlyStatementVerification>
