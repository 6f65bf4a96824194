import type { Work } from '../../platform/work.ts'
import { isStanding, loadDebts, lockDebts, setDebtStatus } from '../debts/index.ts'
import { setDispute, type DisputeRecord } from './disputes.repository.ts'

/** Ends a dispute; its debt stands as it did before, where it is not over by now. The caller holds the dispute's lock. */
export async function endDispute<D extends DisputeRecord>(work: Work, dispute: D, end: Pick<DisputeRecord, 'status' | 'answerSealed'>): Promise<D> {
  const { creditorId, debtId } = dispute
  await lockDebts(work.tx, creditorId, [debtId])
  const ended = { ...dispute, ...end, endedAt: work.clock.now() }
  await setDispute(work.tx, ended)
  const debts = await loadDebts(work, creditorId, [debtId])
  await setDebtStatus(work, creditorId, debts.filter(isStanding).map(({ id }) => id), 'standing')
  return ended
}
