import type { EarlyPayment } from '@repactua/shared/contract/policies.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { PlannedInstallment } from '../../installments/types.ts'
import { divideHalfUp } from '../../money/divide.ts'
import type { EarlyPaymentOffer } from '../types.ts'

const BPS = 10_000n

/**
 * What installments come to where each is paid so many days before it is due; half a cent goes to the debtor. One whose
 * last day has passed is left out; null where none is left.
 */
export function payEarly(installments: readonly PlannedInstallment[], { discountBps, daysBefore }: EarlyPayment, { totalCents, today }: { totalCents: bigint; today: LocalDate }): EarlyPaymentOffer | null {
  let saved = 0n
  const early = installments.flatMap(({ number, dueOn, amountCents }) => {
    const payBy = addDays(dueOn, -daysBefore)
    if (payBy < today) return []
    const discount = divideHalfUp(amountCents * BigInt(discountBps), BPS)
    saved += discount
    return [{ number, payBy, amountCents: amountCents - discount }]
  })
  return early.length > 0 ? { discountBps, daysBefore, installments: early, totalCents: totalCents - saved } : null
}
