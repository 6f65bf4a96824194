import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { faultOf, getPix, openBank } from '../pix-accounts/index.ts'
import { takePix } from './take-pix.ts'

/** The job `confirm-pix`: asks the bank about each Pix that was hinted at. What it knows is taken in, what it does not know has no effect. */
export async function confirmPix({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>, { creditorId, endToEndIds }: { creditorId: string; endToEndIds: readonly string[] }): Promise<void> {
  const bank = await openBank(platform, creditorId, 'job')
  if (!bank) return
  for (const endToEndId of endToEndIds) {
    const told = await getPix(bank, endToEndId)
    if (!told.ok) throw faultOf('about a Pix', told.error)
    if (told.value) await takePix({ platform, logger }, bank, told.value)
    else logger.warn({ creditorId, endToEndId }, 'a hint of a Pix that the bank does not know')
  }
}
