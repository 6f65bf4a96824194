import { Type, type Static } from 'typebox'
import { Cents, Closed, Day, IdOf, Instant, Nullable, Said, Words } from './common.ts'

/** Banco do Brasil and Itaú. */
export const BOLETO_BANKS = ['001', '341'] as const
const OwnNumber = Type.Integer({ minimum: 1, maximum: 9_999_999_999 })
const digits = (pattern: string, maxLength: number) => Type.String({ pattern, maxLength })

export const BoletoAccountInput = Closed({
  bank: Words(BOLETO_BANKS),
  agency: digits('^\\d{4}$', 4),
  agencyDigit: Type.Optional(digits('^[0-9X]$', 1)),
  account: digits('^\\d{1,12}$', 12),
  accountDigit: digits('^[0-9X]$', 1),
  wallet: Type.String({ pattern: '^\\d{2,3}$', maxLength: 3, description: 'The bank’s carteira: two digits at Banco do Brasil, three at Itaú' }),
  walletVariation: Type.Optional(Type.String({ pattern: '^\\d{3}$', maxLength: 3, description: 'Banco do Brasil only' })),
  convenio: Type.Optional(Type.String({ pattern: '^\\d{7}$', maxLength: 7, description: 'Number of the contract; Banco do Brasil only' })),
  firstNumber: OwnNumber,
  lastNumber: Type.Integer({ minimum: 1, maximum: 9_999_999_999, description: 'Slips take the numbers from the first to the last, each once' }),
})
export type BoletoAccountInput = Static<typeof BoletoAccountInput>

/** Where a creditor's slips are paid to. */
export const BoletoAccount = Type.Object({
  bank: Words(BOLETO_BANKS),
  agency: Type.String(),
  agencyDigit: Nullable(Type.String()),
  account: Type.String(),
  accountDigit: Type.String(),
  wallet: Type.String(),
  walletVariation: Nullable(Type.String()),
  convenio: Nullable(Type.String()),
  firstNumber: Type.Integer(),
  lastNumber: Type.Integer(),
  numbersLeft: Type.Integer({ description: 'Slips that can still be made' }),
})
export type BoletoAccount = Static<typeof BoletoAccount>

/** A file for the bank with the slips that it did not have yet. */
export const BoletoRemittance = Type.Object({
  id: IdOf('remittance'),
  bank: Words(BOLETO_BANKS),
  sequence: Type.Integer({ description: 'The file’s own number (NSA), without gaps' }),
  count: Type.Integer(),
  totalCents: Cents,
  createdAt: Instant,
  fileUrl: Type.String(),
})
export type BoletoRemittance = Static<typeof BoletoRemittance>

export const RETURN_EXCEPTIONS = ['unknown', 'paid_twice', 'date_missing', 'amount_missing', 'not_posted'] as const

/** What a bank's return file did. An exception needs a person; its money, if any, is held. */
export const BoletoReturn = Type.Object({
  id: IdOf('return'),
  bank: Words(BOLETO_BANKS),
  sequence: Type.Integer({ description: 'The file’s own number (NSA)' }),
  writtenOn: Nullable(Day),
  posted: Type.Integer({ description: 'Payments put on their agreements' }),
  registered: Type.Integer({ description: 'Slips that the bank took in' }),
  refused: Type.Integer({ description: 'Slips that the bank refused; asking for the charge again makes a new one' }),
  writtenOff: Type.Integer({ description: 'Slips that can no longer be paid' }),
  unchanged: Type.Integer({ description: 'Known before, or of no effect here' }),
  exceptions: Type.Array(Type.Object({
    line: Type.Integer({ description: 'Of the file, counted from 1' }),
    ownNumber: Type.String({ description: 'As it stands in the file' }),
    occurrence: Type.String(),
    reason: Words(RETURN_EXCEPTIONS),
    code: Nullable(Type.String({ description: 'Why its money is held, in the words of the exceptions list' })),
    exceptionId: Nullable(Said(IdOf('exception'), 'Where its money is held until a person says what it is for; null where no money came')),
    chargeId: Nullable(IdOf('charge')),
    amountCents: Nullable(Cents),
    paidCents: Cents,
  })),
})
export type BoletoReturn = Static<typeof BoletoReturn>
