import { OWED_COMPONENTS } from '@repactua/shared/contract/debts.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { brl } from '../money/show.ts'
import type { Ledger } from './ledger.ts'
import type { BalanceLine, DebtPayment, DebtTerms, OpenAmounts, OwedKind } from './types.ts'

const OPEN_AS: Record<OwedKind, { field: keyof OpenAmounts; words: string }> = {
  default_interest: { field: 'defaultInterest', words: 'juros por atraso' },
  contract_interest: { field: 'contractInterest', words: 'juros do contrato' },
  late_fine: { field: 'lateFine', words: 'multa' },
  collection_fees: { field: 'collectionFees', words: 'despesas de cobrança' },
  correction: { field: 'correction', words: 'correção' },
  principal: { field: 'principal', words: 'valor original' },
}

/**
 * Takes a payment off what is open, in the contract's order or the law's: interest before principal (CC 354). The law does
 * not name fine and fees, which stand between the two; correction is the principal in today's money and goes with it. What
 * is too much takes nothing.
 */
export function imputePayment(ledger: Ledger, { imputationOrder }: DebtTerms, payment: DebtPayment): void {
  const order: readonly OwedKind[] = imputationOrder ?? OWED_COMPONENTS
  let left = payment.cents
  for (const kind of order) {
    const { field } = OPEN_AS[kind]
    const taken = left < ledger.open[field] ? left : ledger.open[field]
    ledger.open[field] -= taken
    left -= taken
  }
  ledger.paid.push({ paidOn: payment.paidOn, cents: payment.cents - left })
}

/** One line for all payments, negative, with the order in which they were used; null where nothing was paid. */
export function paymentsLine({ paid }: Ledger, { imputationOrder }: DebtTerms): BalanceLine | null {
  const cents = paid.reduce((sum, payment) => sum + payment.cents, 0n)
  if (cents === 0n) return null
  const sums = paid.filter((payment) => payment.cents > 0n).map(({ paidOn, cents: taken }) => `${brl(taken)} em ${formatDate(paidOn)}`).join(' + ')
  const agreed = imputationOrder ? ` (na ordem do contrato: ${imputationOrder.map((kind) => OPEN_AS[kind].words).join(', ')})` : ''
  return { kind: 'payments', cents: -cents, formula: sums + agreed, rule: 'imputation', order: imputationOrder ?? OWED_COMPONENTS }
}
