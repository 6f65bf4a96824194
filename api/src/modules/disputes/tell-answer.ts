import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { writeToPerson } from '../debtors/index.ts'
import { lockDispute } from './disputes.repository.ts'

const WORDS = {
  subject: 'Há uma resposta para você na Repactua',
  lines: ['Há uma resposta para você na Repactua.', 'Para ler, abra o site que você já conhece e entre com seu CPF. A resposta está em Minhas contestações.'],
}

/** The job `tell-answer`: lets the person know that the creditor has answered. */
export async function tellAnswer(desk: Pick<JobDesk, 'platform' | 'mailer'>, { creditorId, disputeId }: { creditorId: string; disputeId: string }): Promise<void> {
  const dispute = await desk.platform.transact({ kind: 'system' }, { creditorId }, (work) => lockDispute(work.tx, creditorId, disputeId))
  if (dispute) await writeToPerson(desk, dispute.cpfIndex, WORDS)
}
