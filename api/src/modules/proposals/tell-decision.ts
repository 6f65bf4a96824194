import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { writeToPerson } from '../debtors/index.ts'
import { loadProposal } from './proposals.repository.ts'

const WORDS = {
  subject: 'Há uma resposta para você na Repactua',
  lines: ['Há uma resposta para você na Repactua.', 'Para ler, abra o site que você já conhece e entre com seu CPF. A resposta está em Minhas propostas.'],
}

/** The job `tell-decision`: lets the person know that the creditor has answered. */
export async function tellDecision(desk: Pick<JobDesk, 'platform' | 'mailer'>, { creditorId, proposalId }: { creditorId: string; proposalId: string }): Promise<void> {
  const proposal = await desk.platform.transact({ kind: 'system' }, { creditorId }, (work) => loadProposal(work.tx, { creditorId, id: proposalId }))
  if (proposal) await writeToPerson(desk, proposal.cpfIndex, WORDS)
}
