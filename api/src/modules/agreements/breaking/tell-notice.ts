import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import { writeToPerson } from '../../debtors/index.ts'
import { findAgreement } from '../agreements.repository.ts'

const WORDS = {
  subject: 'Há um aviso para você na Repactua',
  lines: ['Há um aviso com prazo para você na Repactua.', 'Para ler, abra o site que você já conhece e entre com seu CPF. O aviso está em Meus acordos.'],
}

/** The job `tell-notice`: lets the person know of the notice before a break, unless it was taken back meanwhile. */
export async function tellNotice(desk: Pick<JobDesk, 'platform' | 'mailer'>, { creditorId, agreementId }: { creditorId: string; agreementId: string }): Promise<void> {
  const record = await desk.platform.transact({ kind: 'system' }, { creditorId }, (work) => findAgreement(work, agreementId))
  if (record?.breakNoticeOn && !record.brokenAt) await writeToPerson(desk, record.cpfIndex, WORDS)
}
