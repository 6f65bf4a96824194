import { brl } from '../money/show.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import type { Ledger } from './ledger.ts'
import type { BalanceLine, DebtPayment, OpenAmounts } from './types.ts'

// Interest before principal is the law (CC 354); it does not name the fine, which stands between the two here.
// Correction is the principal in today's money and goes with it.
const ORDER: (keyof OpenAmounts)[] = ['defaultInterest', 'contractInterest', 'lateFine', 'collectionFees', 'correction', 'principal']

/** Takes a payment off the open interest, then the fine, then correction and principal (CC 354). What is too much takes nothing. */
export function imputePayment(ledger: Ledger, payment: DebtPayment): void {
  let left = payment.cents
  for (const kind of ORDER) {
    const taken = left < ledger.open[kind] ? left : ledger.open[kind]
    ledger.open[kind] -= taken
    left -= taken
  }
  ledger.paid.push({ paidOn: payment.paidOn, cents: payment.cents - left })
}

/** One line for all payments, negative; null where nothing was paid. */
export function paymentsLine({ paid }: Ledger): BalanceLine | null {
  const cents = paid.reduce((sum, payment) => sum + payment.cents, 0n)
  if (cents === 0n) return null
  const formula = paid.filter((payment) => payment.cents > 0n).map(({ paidOn, cents: taken }) => `${brl(taken)} em ${formatDate(paidOn)}`).join(' + ')
  return { kind: 'payments', cents: -cents, formula, rule: 'imputation' }
}
