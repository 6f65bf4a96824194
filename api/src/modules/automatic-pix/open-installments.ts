import type { Work } from '../../platform/work.ts'
import { installmentsOf, isInCourse, type AgreementRecord } from '../agreements/index.ts'
import type { OpenInstallment } from './debits.rules.ts'

/** What is still to be paid of an agreement in course, oldest first; nothing of one that is over. */
export async function openInstallments(work: Work, agreement: AgreementRecord): Promise<OpenInstallment[]> {
  if (!isInCourse(agreement.status)) return []
  const installments = await installmentsOf(work.tx, [agreement])
  return installments
    .filter(({ status }) => status === 'open' || status === 'partly_paid')
    .map(({ number, dueOn, amountCents, paidCents }) => ({ number, dueOn, openCents: amountCents - paidCents }))
}
