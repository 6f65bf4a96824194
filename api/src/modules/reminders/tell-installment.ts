import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { JobData } from '../../platform/jobs/queues.ts'
import type { Mail } from '../../platform/mail/mailer.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement, installmentsOf, isInCourse, type AgreementRecord } from '../agreements/index.ts'
import { findPerson } from '../debtors/index.ts'

type Told = JobData['tell-installment']

/** The job `tell-installment`: writes to the person, unless all of it was paid meanwhile, at the address that their codes go to. */
export async function tellInstallment({ platform, mailer }: Pick<JobDesk, 'platform' | 'mailer'>, told: Told): Promise<void> {
  const record = await platform.transact({ kind: 'system' }, { creditorId: told.creditorId }, (work) => findStillOpen(work, told))
  if (!record) return
  const person = await platform.transact({ kind: 'system' }, { cpfIndex: record.cpfIndex }, (work) => findPerson(work, record.cpfIndex))
  if (person?.email) await mailer.send(reminderMail(person.email, person.firstName, told.mood))
}

async function findStillOpen(work: Work, { agreementId, installmentNumbers }: Told): Promise<AgreementRecord | null> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement || !isInCourse(agreement.status)) return null
  const installments = await installmentsOf(work.tx, [agreement])
  const isOpen = installments.some(({ number, status }) => installmentNumbers.includes(number) && (status === 'open' || status === 'partly_paid'))
  return isOpen ? agreement : null
}

const WORDS: Record<Told['mood'], { subject: string; lines: readonly string[] }> = {
  due: {
    subject: 'Um lembrete para você na Repactua',
    lines: ['Você tem uma parcela chegando.', 'Para ver o dia e o código de pagamento, abra o site que você já conhece e entre com seu CPF. Está tudo em Meus acordos.'],
  },
  overdue: {
    subject: 'Ainda dá tempo',
    lines: [
      'Uma parcela passou do dia, e ainda dá tempo de resolver com calma.',
      'Para ver suas opções, abra o site que você já conhece e entre com seu CPF. Está tudo em Meus acordos.',
    ],
  },
}

/** Says nothing of debts, of whom or of how much: a locked screen shows it (CDC 42). No link, so that none is ever expected. */
function reminderMail(to: string, firstName: string, mood: Told['mood']): Mail {
  const { subject, lines } = WORDS[mood]
  const text = [
    `Olá, ${firstName}.`, ...lines,
    'Se você já pagou, não precisa fazer nada: um pagamento pode levar um dia útil para aparecer.',
    'Este e-mail não traz links, e não pedimos códigos nem senhas por mensagem.',
  ]
  return { to, subject, text: `${text.join('\n\n')}\n` }
}
