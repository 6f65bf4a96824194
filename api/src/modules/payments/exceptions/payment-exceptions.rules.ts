import type { PaymentException, ResolutionInput } from '@repactua/shared/contract/payment-exceptions.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'

type Allowed = { ok: true } | { ok: false; code: ErrorCode }
type Action = ResolutionInput['action']

export interface ExceptionState {
  reason: PaymentException['reason']
  resolvedAt: Date | null
  /** Its agreement was cancelled or broken, and debts of it are open again. */
  isCountable: boolean
}

/** False for a reference that was told again with another amount: that is no more money. */
export function holdsMoney({ reason }: Pick<ExceptionState, 'reason'>): boolean {
  return reason !== 'reference_reused'
}

/** What may be done with an exception now, each with the code that says why not. */
export function resolutionsOf(state: ExceptionState): Record<Action, Allowed> {
  const allow = (isPossible: boolean): Allowed => {
    if (state.resolvedAt) return { ok: false, code: 'exception_resolved' }
    return isPossible ? { ok: true } : { ok: false, code: 'resolution_not_possible' }
  }
  const isMoney = holdsMoney(state)
  return { apply: allow(isMoney), count_on_debts: allow(isMoney && state.isCountable), refund: allow(isMoney), same_payment: allow(isMoney), dismiss: allow(!isMoney || state.reason === 'unknown_charge') }
}
