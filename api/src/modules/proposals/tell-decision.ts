import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Mail } from '../../platform/mail/mailer.ts'
import { findPerson } from '../debtors/index.ts'
import { loadProposal } from './proposals.repository.ts'

/** The job `tell-decision`: lets the person know that there is an answer, at the address that their codes go to. */
export async function tellDecision({ platform, mailer }: Pick<JobDesk, 'platform' | 'mailer'>, { creditorId, proposalId }: { creditorId: string; proposalId: string }): Promise<void> {
  const record = await platform.transact({ kind: 'system' }, { creditorId }, (work) => loadProposal(work.tx, { creditorId, id: proposalId }))
  if (!record) return
  const person = await platform.transact({ kind: 'system' }, { cpfIndex: record.cpfIndex }, (work) => findPerson(work, record.cpfIndex))
  if (person?.email) await mailer.send(answerMail(person.email, person.firstName))
}

/** Says nothing of debts, of whom or of what was answered: a locked screen shows it (CDC 42). No link, so that none is ever expected. */
export function answerMail(to: string, firstName: string): Mail {
  const text = [
    `Olá, ${firstName}.`,
    'Há uma resposta para você na Repactua.',
    'Para ler, abra o site que você já conhece e entre com seu CPF. A resposta está em Minhas propostas.',
    'Este e-mail não traz links, e não pedimos códigos nem senhas por mensagem.',
  ]
  return { to, subject: 'Há uma resposta para você na Repactua', text: `${text.join('\n\n')}\n` }
}
