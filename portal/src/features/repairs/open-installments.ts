import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'

/** The installments that are still to fall due, by date. */
export function openInstallments({ installments }: Pick<Agreement, 'installments'>): Installment[] {
  return installments.filter(({ status, overdueDays }) => (status === 'open' || status === 'partly_paid') && overdueDays === 0)
}
