import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement } from '../agreements/index.ts'
import { takesDebits } from '../pix-accounts/index.ts'
import { debitsOf, type DebitRecord } from './debits.repository.ts'
import { firstToDebit } from './debits.rules.ts'
import { lastLeave, type LeaveRecord } from './leaves.repository.ts'
import { openInstallments } from './open-installments.ts'

export interface LeaveView {
  agreementId: string
  available: boolean
  leave: LeaveRecord | null
  next: DebitRecord | null
  failed: DebitRecord | null
}

/** How the installments of one's own agreement pay themselves, or whether they could. */
export async function readLeave(work: Work, agreementId: string): Promise<LeaveView> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  await enterCreditor(work.tx, agreement.creditorId)
  const leave = await lastLeave(work.tx, { creditorId: agreement.creditorId, agreementId })
  const open = await openInstallments(work, agreement)
  const debits = leave ? await debitsOf(work.tx, leave) : []
  return {
    agreementId, leave,
    available: firstToDebit(open, work.today) !== undefined && (await takesDebits(work, agreement.creditorId)),
    next: debits.find(({ status }) => status === 'scheduled') ?? null,
    failed: debits.find(({ status, installmentNumber }) => status === 'failed' && open.some(({ number }) => number === installmentNumber)) ?? null,
  }
}
