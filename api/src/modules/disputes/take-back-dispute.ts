import { recordChange } from '../../platform/audit/record-change.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { personOf, type Work } from '../../platform/work.ts'
import { findOwnDispute, lockDispute, type DisputeRecord } from './disputes.repository.ts'
import { endDispute } from './end-dispute.ts'

/** The person takes a dispute back: the debt stands as before. Twice is once; one that was answered is refused. */
export async function takeBackDispute(work: Work, id: string): Promise<DisputeRecord> {
  const mine = await findOwnDispute(work.tx, personOf(work), id)
  if (!mine) throw new AppError('not_found')
  await enterCreditor(work.tx, mine.creditorId)
  const dispute = (await lockDispute(work.tx, mine.creditorId, id))!
  if (dispute.status === 'taken_back') return dispute
  if (dispute.status !== 'open') throw new AppError('dispute_answered')
  const ended = await endDispute(work, dispute, { status: 'taken_back', answerSealed: null })
  const data = { disputeId: showId('dispute', id), debtId: showId('debt', dispute.debtId) }
  await recordChange(work, { creditorId: dispute.creditorId, type: 'dispute.taken_back', subject: data.disputeId, data })
  return ended
}
