import { isOpen } from '../../core/repairs/open-installments.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { JobData } from '../../platform/jobs/queues.ts'
import type { QuietWords } from '../../platform/mail/quiet-mail.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement, installmentsOf, isInCourse, type AgreementRecord } from '../agreements/index.ts'
import { writeToPerson } from '../debtors/index.ts'

type Told = JobData['tell-installment']

const PAID_ALREADY = 'Se você já pagou, não precisa fazer nada: um pagamento pode levar um dia útil para aparecer.'

const WORDS: Record<Told['mood'], QuietWords> = {
  due: {
    subject: 'Um lembrete para você na Repactua',
    lines: [
      'Você tem uma parcela chegando.',
      'Para ver o dia e o código de pagamento, abra o site que você já conhece e entre com seu CPF. Está tudo em Meus acordos.',
      PAID_ALREADY,
    ],
  },
  overdue: {
    subject: 'Ainda dá tempo',
    lines: [
      'Uma parcela passou do dia, e ainda dá tempo de resolver com calma.',
      'Para ver suas opções, abra o site que você já conhece e entre com seu CPF. Está tudo em Meus acordos.',
      PAID_ALREADY,
    ],
  },
}

/** The job `tell-installment`: writes to the person, unless all of it was paid meanwhile, at the address that their codes go to. */
export async function tellInstallment(desk: Pick<JobDesk, 'platform' | 'mailer'>, told: Told): Promise<void> {
  const agreement = await desk.platform.transact({ kind: 'system' }, { creditorId: told.creditorId }, (work) => findStillOpen(work, told))
  if (agreement) await writeToPerson(desk, agreement.cpfIndex, WORDS[told.mood])
}

async function findStillOpen(work: Work, { agreementId, installmentNumbers }: Told): Promise<AgreementRecord | null> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement || !isInCourse(agreement.status)) return null
  const installments = await installmentsOf(work.tx, [agreement])
  const isWaiting = installments.some((one) => installmentNumbers.includes(one.number) && isOpen(one))
  return isWaiting ? agreement : null
}
