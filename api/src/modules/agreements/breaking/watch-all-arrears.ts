import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import { walkCreditors } from '../../creditors/index.ts'
import { agreementsInArrears } from '../agreement-states.repository.ts'
import { watchArrears } from './watch-arrears.ts'

/** A round of the night: looks at every agreement in course that is late or has had its notice. */
export async function watchAllArrears(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  await walkCreditors(desk, {
    find: (work, creditorId) => agreementsInArrears(work.tx, creditorId, work.today),
    take: (work, creditorId, agreementId) => watchArrears(work, { creditorId, agreementId }),
  })
}
