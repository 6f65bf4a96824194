import type { CREDITOR_REGIMES } from '@repactua/shared/contract/creditors.ts'
import type { PRODUCTS } from '@repactua/shared/contract/debts.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'

export type Product = (typeof PRODUCTS)[number]
export type Regime = (typeof CREDITOR_REGIMES)[number]

/** Whom the law looks at, and when. The product is for limits of a special law; no row of the table has one yet. */
export interface LegalScope {
  regime: Regime
  on: LocalDate
  product?: Product
  /** The legal rate of the month of `on`, in millionths of a per cent, where the table has it. */
  legalRate?: bigint | undefined
}

type ContractBreach =
  | 'contract_interest_above_law' | 'compound_interest_not_agreed' | 'interest_after_due_not_allowed' | 'collection_fees_not_allowed'
  | 'collection_fees_above_law' | 'special_law_not_allowed' | 'legal_history_not_allowed'

/** A charge that passes a limit of the law, or that the law does not know; `pointer` is the JSON Pointer into the charges. */
export interface LegalBreach {
  pointer: string
  code: Extract<ErrorCode, 'late_fee_above_law' | 'default_interest_above_law' | 'compound_interest_not_allowed' | 'correction_not_allowed' | 'selic_with_interest' | 'legal_interest_with_rate' | ContractBreach>
  rule: string
  source: string
  limit: number | null
  value: number | null
  message: string
}

/** What is wrong with a policy; `pointer` is the JSON Pointer into its body. Only a rule of law has a source. */
export interface PolicyBreach {
  pointer: string
  code: 'policy_outside_law' | 'policy_invalid'
  rule: string
  source: string | null
  limit: number | null
  value: number | null
  message: string
}

/** A breach of sense, not of law. */
export function invalid(pointer: string, rule: string, message: string, limit: number | null = null, value: number | null = null): PolicyBreach {
  return { pointer, code: 'policy_invalid', rule, source: null, limit, value, message }
}
