import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { isPossible, REFUSALS } from './transitions.rules.ts'

/** Whether an act is allowed, or the refusal that it would get. */
export type Allowed = { ok: true } | { ok: false; code: ErrorCode }

export interface AgreementState {
  status: Agreement['status']
  expiresAt: Date
}

/** The status on a given instant: one that waited for its signature too long has expired, whoever looks first. */
export function statusAt({ status, expiresAt }: AgreementState, now: Date): Agreement['status'] {
  return status === 'awaiting_signature' && expiresAt <= now ? 'expired' : status
}

/** Whether its debts' protests may be cancelled: once all is paid, and where there is one. */
export function protestConsentOf({ record, protests }: { record: Pick<AgreementState, 'status'>; protests: readonly unknown[] }): Allowed {
  if (record.status !== 'settled') return { ok: false, code: 'agreement_not_settled' }
  return protests.length > 0 ? { ok: true } : { ok: false, code: 'debt_not_protested' }
}

/** What may be done with an agreement now, each with the code that says why not. */
export function permissionsAt(state: AgreementState, now: Date): Record<keyof Omit<typeof REFUSALS, 'withdraw'>, Allowed> {
  const status = statusAt(state, now)
  const allow = (act: keyof typeof REFUSALS): Allowed => (isPossible(act, status) ? { ok: true } : { ok: false, code: REFUSALS[act] })
  return {
    sign: status === 'expired' ? { ok: false, code: 'agreement_expired' } : allow('sign'),
    pay: allow('pay'),
    discharge: allow('discharge'),
    cancel: allow('cancel'),
  }
}
