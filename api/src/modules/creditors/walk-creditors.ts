import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { creditorIds } from './creditors.repository.ts'

const SYSTEM = { kind: 'system' } as const

/** A round of the night: what of a creditor's it looks at, and the step it takes with each under the lock of that. */
export interface Round<T> {
  find(work: Work, creditorId: string): Promise<T[]>
  take(work: Work, creditorId: string, found: T): Promise<void>
}

/**
 * Takes a step with everything that a round finds, each in a transaction of its own. One that fails does not keep the others
 * waiting; the job is then tried again.
 */
export async function walkCreditors<T>({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>, { find, take }: Round<T>): Promise<void> {
  let failed = 0
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    for (const found of await platform.transact(SYSTEM, { creditorId }, (work) => find(work, creditorId))) {
      await platform.transact(SYSTEM, { creditorId }, (work) => take(work, creditorId, found)).catch((error: unknown) => {
        failed += 1
        logger.error({ err: error, found }, 'a round has left something out')
      })
    }
  }
  if (failed > 0) throw new Error(`a round has left out ${failed}`)
}
