import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement, isInCourse } from '../agreements/index.ts'
import { creditorsWithPix, faultOf, getRecurrence, openBank, type Bank } from '../pix-accounts/index.ts'
import { endLeave } from './end-leave.ts'
import { leavesToTend, lockLeave, setLeave, type LeaveRecord } from './leaves.repository.ts'
import { tellLeave } from './tell-leave.ts'
import { tendDebits } from './tend-debits.ts'

const SYSTEM = { kind: 'system' } as const

/** A round of every minute: looks at each leave whose time has come. One that fails does not keep the others waiting, and is looked at again. */
export async function tendLeaves({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorsWithPix(work.tx))) {
    const due = await platform.transact(SYSTEM, { creditorId }, (work) => leavesToTend(work.tx, creditorId, work.clock.now()))
    const bank = due.length > 0 ? await openBank(platform, creditorId, 'job') : null
    for (const id of bank ? due : []) await tend(platform, bank!, { creditorId, id }).catch((error: unknown) => logger.error({ err: error, creditorId }, 'a leave was not looked at'))
  }
}

async function tend(platform: Platform, bank: Bank, key: Pick<LeaveRecord, 'creditorId' | 'id'>): Promise<void> {
  const leave = await platform.transact(SYSTEM, key, (work) => look(work, key))
  if (!leave) return
  const told = await getRecurrence(bank, leave.recurrenceId!)
  if (!told.ok) throw faultOf('how leave stands', told.error)
  const now = await platform.transact(SYSTEM, key, (work) => note(work, leave, told.value.status))
  if (now === 'approved') await tendDebits(platform, bank, { ...leave, status: 'approved' })
}

// The time of the look is written first: a bank that is away is not asked each minute. An agreement that is over needs no leave.
async function look(work: Work, { creditorId, id }: Pick<LeaveRecord, 'creditorId' | 'id'>): Promise<LeaveRecord | null> {
  const leave = await lockLeave(work.tx, creditorId, id)
  if (!leave || (leave.status !== 'offered' && leave.status !== 'approved')) return null
  await setLeave(work.tx, leave, { lookedAt: work.clock.now() })
  const agreement = await findAgreement(work, leave.agreementId)
  if (agreement && isInCourse(agreement.status)) return leave
  await endLeave(work, leave, 'plan')
  return null
}

async function note(work: Work, { creditorId, id }: LeaveRecord, told: string): Promise<LeaveRecord['status']> {
  const leave = (await lockLeave(work.tx, creditorId, id))!
  if (leave.status !== 'offered' && leave.status !== 'approved') return leave.status
  if (told === 'CANCELADA' || told === 'EXPIRADA') {
    await endLeave(work, leave, 'bank')
    return 'ended'
  }
  const status = told === 'APROVADA' ? 'approved' : told === 'REJEITADA' ? 'refused' : 'offered'
  if (status === leave.status) return status
  await setLeave(work.tx, leave, { status, changedAt: work.clock.now() })
  if (status !== 'offered') await tellLeave(work, leave, status)
  return status
}
