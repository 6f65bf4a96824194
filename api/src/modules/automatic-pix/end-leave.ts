import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement } from '../agreements/index.ts'
import { cancelRecurrence, faultOf, openBank } from '../pix-accounts/index.ts'
import { endDebits } from './debits.repository.ts'
import { lockLeave, setLeave, standingLeave, type LeaveRecord } from './leaves.repository.ts'
import { tellLeave } from './tell-leave.ts'

const SYSTEM = { kind: 'system' } as const

/** The person takes leave back: nothing is debited any more but what is on its way today. Where there is none it stays so. */
export async function takeLeaveBack(work: Work, agreementId: string): Promise<void> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  await enterCreditor(work.tx, agreement.creditorId)
  const leave = await standingLeave(work.tx, { creditorId: agreement.creditorId, agreementId })
  if (leave) await endLeave(work, leave, 'person')
}

/** Ends a leave and its debits, and has a job tell the bank, unless it was the bank that ended it. */
export async function endLeave(work: Work, { creditorId, id }: Pick<LeaveRecord, 'creditorId' | 'id'>, endedBy: NonNullable<LeaveRecord['endedBy']>): Promise<void> {
  const leave = await lockLeave(work.tx, creditorId, id)
  if (!leave || leave.status === 'ended' || leave.status === 'refused') return
  const changedAt = work.clock.now()
  await setLeave(work.tx, leave, { status: 'ended', endedBy, changedAt })
  await endDebits(work.tx, leave, changedAt)
  if (endedBy !== 'bank' && leave.recurrenceId) await work.jobs.send(work.tx, 'end-automatic-pix', { creditorId, leaveId: id })
  await tellLeave(work, leave, 'ended', { endedBy })
}

/** The job `end-automatic-pix`: gives leave back at the bank, which calls its debits off. Twice is once. */
export async function endAtBank(platform: Platform, { creditorId, leaveId }: { creditorId: string; leaveId: string }): Promise<void> {
  const leave = await platform.transact(SYSTEM, { creditorId }, ({ tx }) => lockLeave(tx, creditorId, leaveId))
  const bank = leave?.recurrenceId ? await openBank(platform, creditorId, 'job') : null
  if (!bank) return
  const told = await cancelRecurrence(bank, leave!.recurrenceId!)
  if (!told.ok) throw faultOf('to give leave back', told.error)
}
