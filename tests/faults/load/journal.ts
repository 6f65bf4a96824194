/** One answer of the API to the load. */
export interface Answer {
  at: number
  ms: number
  status: number
  code: string | null
  isProblem: boolean
  retryAfter: boolean
}

/** What the API has acknowledged to the load, and how it answered: held against the rows at the end. */
export interface Journal {
  /** External reference of a payment and its amount in cents. */
  payments: Map<string, number>
  /** External id of a debt and its principal in cents. */
  debts: Map<string, number>
  /** Id of an agreement and the last status that was told. */
  agreements: Map<string, string>
  answers: Answer[]
  /** Requests that ended without an answer: refused, reset or timed out. */
  unanswered: { at: number; until: number }[]
  /** Answers that no fault explains. */
  surprises: string[]
}

export function openJournal(): Journal {
  return { payments: new Map(), debts: new Map(), agreements: new Map(), answers: [], unanswered: [], surprises: [] }
}

/** How many writes were acknowledged. */
export function acknowledged({ payments, debts, agreements }: Journal): number {
  return payments.size + debts.size + agreements.size
}
