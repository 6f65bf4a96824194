import type { Installment } from '@repactua/shared/contract/agreements.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../../core/result.ts'

export interface OpenInstallment {
  number: number
  amountCents: bigint
  paidCents: bigint
  status: Installment['status']
}

export interface Share {
  installmentNumber: number
  cents: bigint
}

/**
 * Shares a payment out over installments: first the one it names, then the open ones from the oldest on. One that an
 * amendment has put into others takes nothing: a payment for it goes to the open ones. Refuses an installment that is not
 * there or is paid, and more than is open in all.
 */
export function shareOut(installments: readonly OpenInstallment[], amountCents: bigint, first: number | undefined): Result<Share[], ErrorCode> {
  const named = installments.find(({ number }) => number === first)
  if (first !== undefined && !named) return err('installment_not_found')
  if (named && named.status !== 'cancelled' && openCents(named) === 0n) return err('installment_paid')
  const inOrder = [...(named ? [named] : []), ...installments.filter((one) => one !== named)]
  const { shares, rest } = pour(inOrder, amountCents)
  return rest > 0n ? err('payment_above_balance') : ok(shares)
}

/** What is still to be paid of an installment, in cents. */
export function openCents({ amountCents, paidCents, status }: OpenInstallment): bigint {
  return status === 'cancelled' ? 0n : amountCents - paidCents
}

function pour(installments: readonly OpenInstallment[], amountCents: bigint): { shares: Share[]; rest: bigint } {
  let rest = amountCents
  const shares = installments.map((one) => {
    const cents = rest < openCents(one) ? rest : openCents(one)
    rest -= cents
    return { installmentNumber: one.number, cents }
  })
  return { shares: shares.filter(({ cents }) => cents > 0n), rest }
}
