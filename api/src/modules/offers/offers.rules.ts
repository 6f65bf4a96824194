import type { DEBT_STATUSES } from '@repactua/shared/contract/debts.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBarred } from '../../core/legal/prescription.ts'
import { err, ok, type Result } from '../../core/result.ts'

/** What of a debt decides whether it may be negotiated. `prescribesOn` is the last day on which it may be collected. */
export interface DebtState {
  status: (typeof DEBT_STATUSES)[number]
  prescribesOn: LocalDate
}

/** Debts that are owed, or barred ones that a person may pay of their own will. */
export type Footing = 'owed' | 'voluntary'

/**
 * On what footing debts may be negotiated: each of them open, and still collectable. A barred one gets no offer in silence
 * (CC 189, 191): only as a voluntary payment, where that is allowed, and never beside one that is owed.
 */
export function mayNegotiate(debts: readonly DebtState[], today: LocalDate, { allowsVoluntary = false } = {}): Result<Footing, ErrorCode> {
  if (debts.some(({ status }) => status === 'in_agreement')) return err('debt_in_agreement')
  if (debts.some(({ status }) => status !== 'open')) return err('debt_not_open')
  const barred = debts.filter(({ prescribesOn }) => isBarred(prescribesOn, today)).length
  if (barred === 0) return ok('owed')
  if (!allowsVoluntary) return err('debt_barred')
  return barred === debts.length ? ok('voluntary') : err('barred_debts_apart')
}
