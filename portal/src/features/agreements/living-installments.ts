import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'

/** The installments of a plan in course: those that an adjustment put into others are left out. One that ended shows them all. */
export function livingInstallments({ installments, can, status }: Pick<Agreement, 'installments' | 'can' | 'status'>): Installment[] {
  const isAlive = can.pay.ok || status === 'settled'
  return isAlive ? installments.filter((one) => one.status !== 'cancelled') : installments
}
