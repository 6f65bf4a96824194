import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'

/** The first installment that still waits for money, or null. */
export function nextInstallment({ installments }: Pick<Agreement, 'installments'>): Installment | null {
  return installments.find(({ status }) => status === 'open' || status === 'partly_paid') ?? null
}

/** What an installment comes to today, as the API says: with fine and interest where it is late, less where it is early. */
export function askedToday({ amountCents, late, early }: Pick<Installment, 'amountCents' | 'late' | 'early'>): number {
  return late?.amountCents ?? early?.amountCents ?? amountCents
}
