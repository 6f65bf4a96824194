import type { AmendmentQuoteInput } from '@repactua/shared/contract/amendments.ts'

/** What was answered so far, in the order of the questions. */
export interface Answers {
  installmentNumber?: number
  from?: 'latest' | 'next'
}

/** The quote that is being signed: its id, and whether something is to be paid for it. */
export interface Signing {
  quoteId: string
  isPaid: boolean
}

/** How far a person has come. It lies in the browser's history, so that Back goes one question back and a reload loses nothing. */
export interface Progress {
  answers?: Answers
  input?: AmendmentQuoteInput
  signing?: Signing
}
