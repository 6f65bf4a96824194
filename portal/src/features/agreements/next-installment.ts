import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'

/** The first installment that still waits for money, or null. */
export function nextInstallment({ installments }: Pick<Agreement, 'installments'>): Installment | null {
  return installments.find(({ status }) => status === 'open' || status === 'partly_paid') ?? null
}
