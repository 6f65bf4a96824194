import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** One movement of a bank account as its statement tells it. */
export interface StatementLine {
  /** Where it stands in the file, counted from 1. */
  line: number
  /** Bank, agency and account as the file names them. */
  account: string
  postedOn: LocalDate
  /** Negative where money left the account. */
  amountCents: bigint
  /** The bank's own id of the movement (FITID), where it gives one. */
  bankReference: string | null
  /** What the bank wrote: name, memo. */
  description: string
  /** A document number or what the payer wrote, where the bank tells it apart. */
  reference: string | null
  /** CPF or CNPJ of who paid, in digits and letters, where a column says it. */
  payerDocument: string | null
}

/** What is wrong with a file, and on which line of it, counted from 1. */
export interface BrokenLine {
  line: number
  reason: 'not_a_statement' | 'wrong_character' | 'cut_off' | 'wrong_tag' | 'wrong_field' | 'other_currency' | 'column_missing' | 'wrong_columns' | 'too_many_lines'
  /** The tag or column, where the line is right but for that. */
  field?: string
}

/** Beyond any account's month; a longer period is sent in parts. */
export const MOST_LINES = 20_000
export const MOST_FINDINGS = 20
