import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import type { Mail } from '../../../platform/mail/mailer.ts'
import { findPerson } from '../../debtors/index.ts'
import { findAgreement } from '../agreements.repository.ts'

/** The job `tell-notice`: lets the person know of the notice before a break, at the address that their codes go to. */
export async function tellNotice({ platform, mailer }: Pick<JobDesk, 'platform' | 'mailer'>, { creditorId, agreementId }: { creditorId: string; agreementId: string }): Promise<void> {
  const record = await platform.transact({ kind: 'system' }, { creditorId }, (work) => findAgreement(work, agreementId))
  if (!record?.breakNoticeOn || record.brokenAt) return
  const person = await platform.transact({ kind: 'system' }, { cpfIndex: record.cpfIndex }, (work) => findPerson(work, record.cpfIndex))
  if (person?.email) await mailer.send(noticeMail(person.email, person.firstName))
}

/** Says nothing of debts or of whom: a locked screen shows it (CDC 42). No link, so that none is ever expected. */
function noticeMail(to: string, firstName: string): Mail {
  const text = [
    `Olá, ${firstName}.`,
    'Há um aviso com prazo para você na Repactua.',
    'Para ler, abra o site que você já conhece e entre com seu CPF. O aviso está em Meus acordos.',
    'Este e-mail não traz links, e não pedimos códigos nem senhas por mensagem.',
  ]
  return { to, subject: 'Há um aviso para você na Repactua', text: `${text.join('\n\n')}\n` }
}
