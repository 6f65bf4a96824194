import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { creditorIds } from '../creditors/index.ts'
import { lateDisputes, lockDispute, setDispute } from './disputes.repository.ts'

const SYSTEM = { kind: 'system' } as const

/** A round of the night: tells each creditor of the disputes whose answer is late, each of them once. The debts stay paused. */
export async function alarmAllDisputes(platform: Platform): Promise<void> {
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    const late = await platform.transact(SYSTEM, { creditorId }, (work) => lateDisputes(work.tx, creditorId, work.today))
    for (const id of late) await platform.transact(SYSTEM, { creditorId }, (work) => alarm(work, creditorId, id))
  }
}

async function alarm(work: Work, creditorId: string, id: string): Promise<void> {
  const dispute = await lockDispute(work.tx, creditorId, id)
  if (dispute?.status !== 'open' || dispute.alarmedAt) return
  await setDispute(work.tx, { ...dispute, alarmedAt: work.clock.now() })
  const data = { disputeId: showId('dispute', id), debtId: showId('debt', dispute.debtId), externalId: dispute.debtExternalId, answerBy: dispute.answerBy }
  await recordChange(work, { creditorId, type: 'dispute.overdue', subject: data.disputeId, data })
}
