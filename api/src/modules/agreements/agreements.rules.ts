import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'

/** Whether an act is allowed, or the refusal that it would get. */
export type Allowed = { ok: true } | { ok: false; code: ErrorCode }

export interface AgreementState {
  status: Agreement['status']
  expiresAt: Date
}

const IN_COURSE: ReadonlySet<Agreement['status']> = new Set(['awaiting_first_payment', 'active'])

/** The status on a given instant: one that waited for its signature too long has expired, whoever looks first. */
export function statusAt({ status, expiresAt }: AgreementState, now: Date): Agreement['status'] {
  return status === 'awaiting_signature' && expiresAt <= now ? 'expired' : status
}

/** What may be done with an agreement now, each with the code that says why not. */
export function permissionsAt(state: AgreementState, now: Date): Record<'sign' | 'pay' | 'discharge' | 'cancel', Allowed> {
  const status = statusAt(state, now)
  return {
    sign: allow(status === 'awaiting_signature', status === 'expired' ? 'agreement_expired' : 'agreement_not_awaiting_signature'),
    pay: allow(IN_COURSE.has(status), 'agreement_not_active'),
    discharge: allow(status === 'settled', 'agreement_not_settled'),
    cancel: allow(IN_COURSE.has(status) || status === 'awaiting_signature', 'agreement_not_cancellable'),
  }
}

function allow(ok: boolean, code: ErrorCode): Allowed {
  return ok ? { ok } : { ok, code }
}
