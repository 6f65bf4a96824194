import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import { creditorIds } from '../../creditors/index.ts'
import { agreementsInArrears } from '../agreement-states.repository.ts'
import { watchArrears } from './watch-arrears.ts'

const SYSTEM = { kind: 'system' } as const

/**
 * The nightly job `watch-arrears`: looks at every agreement in course that is late or has had its notice, each in a
 * transaction of its own. One that fails does not keep the others waiting; the job is then tried again.
 */
export async function watchAllArrears({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  let failed = 0
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    const late = await platform.transact(SYSTEM, { creditorId }, (work) => agreementsInArrears(work.tx, creditorId, work.today))
    for (const agreementId of late) {
      await platform.transact(SYSTEM, { creditorId }, (work) => watchArrears(work, { creditorId, agreementId })).catch((error: unknown) => {
        failed += 1
        logger.error({ err: error, agreementId }, 'arrears were not looked at')
      })
    }
  }
  if (failed > 0) throw new Error(`${failed} agreements were not looked at`)
}
