import type { DEBT_STATUSES } from '@repactua/shared/contract/debts.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { err, ok, type Result } from '../../core/result.ts'

/** What of a debt decides whether it may be negotiated. `prescribesOn` is the last day on which it may be collected. */
export interface DebtState {
  status: (typeof DEBT_STATUSES)[number]
  prescribesOn: LocalDate
}

/** Agrees where each debt is open and may still be collected: a barred one gets no offer in silence (CC 189, 191). */
export function mayNegotiate(debts: readonly DebtState[], today: LocalDate): Result<null, ErrorCode> {
  if (debts.some(({ status }) => status === 'in_agreement')) return err('debt_in_agreement')
  if (debts.some(({ status }) => status !== 'open')) return err('debt_not_open')
  if (debts.some(({ prescribesOn }) => prescribesOn < today)) return err('debt_barred')
  return ok(null)
}
