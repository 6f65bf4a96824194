import type { ResolutionInput } from '@repactua/shared/contract/payment-exceptions.ts'
import type { Change } from '../../../platform/audit/record-change.ts'

export type InputOf<A extends ResolutionInput['action']> = Extract<ResolutionInput, { action: A }>

/** What a resolution made, and the news of it beside its own. */
export interface Done {
  paymentId: string | null
  refundId: string | null
  news: Change[]
}

/** What a resolution made that moves nothing but the books. */
export const NOTHING: Done = { paymentId: null, refundId: null, news: [] }
