import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import type { Work } from '../../../platform/work.ts'
import { creditorIds } from '../../creditors/index.ts'
import type { AgreementKey } from '../agreement-states.repository.ts'

const SYSTEM = { kind: 'system' } as const

/** A round over agreements: which of a creditor's it looks at, and the step it takes under the agreement's own lock. */
export interface Round {
  find(work: Work, creditorId: string): Promise<string[]>
  take(work: Work, key: AgreementKey): Promise<void>
}

/**
 * Takes a step with every agreement that the round finds, each in a transaction of its own. One that fails does not keep
 * the others waiting; the job is then tried again.
 */
export async function walkAgreements({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>, { find, take }: Round): Promise<void> {
  let failed = 0
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    for (const id of await platform.transact(SYSTEM, { creditorId }, (work) => find(work, creditorId))) {
      await platform.transact(SYSTEM, { creditorId }, (work) => take(work, { creditorId, id })).catch((error: unknown) => {
        failed += 1
        logger.error({ err: error, agreementId: id }, 'a round has left out an agreement')
      })
    }
  }
  if (failed > 0) throw new Error(`a round has left out ${failed} agreements`)
}
