import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Actor, Work } from '../../platform/work.ts'
import { findAgreement, type AgreementRecord } from '../agreements/index.ts'
import { findCreditor } from '../creditors/index.ts'
import { findDebtor } from '../debtors/index.ts'
import { openBank, postRecurrence, takesDebits, type WantedRecurrence } from '../pix-accounts/index.ts'
import { firstToDebit } from './debits.rules.ts'
import { insertLeave, lockLeave, setLeave, standingLeave, type LeaveRecord } from './leaves.repository.ts'
import { openInstallments } from './open-installments.ts'
import { tellLeave } from './tell-leave.ts'

type Debtor = Extract<Actor, { kind: 'debtor' }>

/**
 * Asks the creditor's bank for the code by which a person gives leave to debit the installments of their agreement. The one
 * that stands is given again. No transaction is open while the bank is asked; a crash between finds the same leave, without a
 * code yet. Refused where the creditor has no Pix Automático or nothing is left to debit.
 */
export async function askForLeave(platform: Platform, actor: Debtor, agreementId: string): Promise<void> {
  const { leave, wanted } = await platform.transact(actor, { cpfIndex: actor.cpfIndex }, (work) => prepare(work, agreementId))
  if (leave.status !== 'asked') return
  const bank = await openBank(platform, leave.creditorId, 'person')
  if (!bank) throw new AppError('automatic_pix_not_available')
  const made = await postRecurrence(bank, wanted)
  if (!made.ok) throw new AppError('unavailable')
  await platform.transact({ kind: 'system' }, leave, (work) => keep(work, leave, made.value))
}

async function prepare(work: Work, agreementId: string): Promise<{ leave: LeaveRecord; wanted: WantedRecurrence }> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  await enterCreditor(work.tx, agreement.creditorId)
  const wanted = await wantedFor(work, agreement)
  const { creditorId } = agreement
  const now = work.clock.now()
  const fresh: LeaveRecord = { creditorId, id: work.newId(), agreementId, status: 'asked', recurrenceId: null, copyPaste: null, endedBy: null, createdAt: now, changedAt: now, lookedAt: now }
  await insertLeave(work.tx, fresh)
  const leave = (await standingLeave(work.tx, fresh))!
  if (leave.id === fresh.id) await tellLeave(work, leave, 'asked')
  return { leave, wanted }
}

async function wantedFor(work: Work, agreement: AgreementRecord): Promise<WantedRecurrence> {
  const { creditorId, id, debtorId } = agreement
  const open = await openInstallments(work, agreement)
  const first = firstToDebit(open, work.today)
  if (!first || !(await takesDebits(work, creditorId))) throw new AppError('automatic_pix_not_available')
  const [creditor, debtor] = [(await findCreditor(work.tx, creditorId))!, (await findDebtor(work, creditorId, debtorId))!]
  // 35 characters are all that the bank has room for: the end of an id tells agreements apart.
  return { contract: showId('agreement', id).slice(-32), object: creditor.tradeName.slice(0, 35), debtor, firstOn: first.dueOn, lastOn: open.at(-1)!.dueOn }
}

// Of two that asked at once the first is kept; the other's recurrence is shown to nobody.
async function keep(work: Work, { creditorId, id }: LeaveRecord, { id: recurrenceId, copyPaste }: { id: string; copyPaste: string }): Promise<void> {
  const leave = await lockLeave(work.tx, creditorId, id)
  if (leave?.status === 'asked') await setLeave(work.tx, leave, { status: 'offered', recurrenceId, copyPaste, changedAt: work.clock.now() })
}
