import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { LeaveRecord } from './leaves.repository.ts'

/** Tells what became of a leave, by its agreement. */
export async function tellLeave(work: Work, { creditorId, agreementId }: Pick<LeaveRecord, 'creditorId' | 'agreementId'>, what: 'asked' | 'approved' | 'refused' | 'ended' | 'debit_failed', facts: Record<string, unknown> = {}): Promise<void> {
  const data = { agreementId: showId('agreement', agreementId), ...facts }
  await recordChange(work, { creditorId, type: `automatic_pix.${what}`, subject: data.agreementId, data })
}
