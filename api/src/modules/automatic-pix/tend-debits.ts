import { bankTxid } from '../../core/pix/bank-txid.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement } from '../agreements/index.ts'
import { cancelDebit, faultOf, getDebit, putDebit, retryDebit, type Bank } from '../pix-accounts/index.ts'
import { debitsOf, insertDebit, moveDebit, type DebitRecord } from './debits.repository.ts'
import { isOutdated, nextTry, toDebit, type OpenInstallment } from './debits.rules.ts'
import type { LeaveRecord } from './leaves.repository.ts'
import { openInstallments } from './open-installments.ts'
import { tellLeave } from './tell-leave.ts'

const SYSTEM = { kind: 'system' } as const
const OVER: Record<string, DebitRecord['status']> = { CONCLUIDA: 'paid', EXPIRADA: 'failed', REJEITADA: 'failed', CANCELADA: 'cancelled' }
const WAITS = ['SOLICITADA', 'AGENDADA']

/** Brings the debits of a leave to what its installments need: calls off what is outdated, follows what is due, asks for what comes. */
export async function tendDebits(platform: Platform, bank: Bank, leave: LeaveRecord): Promise<void> {
  const { debits, open } = await platform.transact(SYSTEM, leave, (work) => stand(work, leave))
  for (const debit of debits.filter(({ status }) => status === 'scheduled')) {
    if (isOutdated(debit, open, platform.clock.today())) await callOff(platform, bank, debit)
    else if (debit.dueOn <= platform.clock.today()) await follow(platform, bank, leave, debit)
  }
  const fresh = await platform.transact(SYSTEM, leave, (work) => prepare(work, leave))
  for (const debit of fresh) await schedule(platform, bank, leave, debit)
}

async function stand(work: Work, leave: LeaveRecord): Promise<{ debits: DebitRecord[]; open: OpenInstallment[] }> {
  return { debits: await debitsOf(work.tx, leave), open: await openInstallments(work, (await findAgreement(work, leave.agreementId))!) }
}

// Those that a crash left between the two steps are asked for again, under the same txid.
async function prepare(work: Work, leave: LeaveRecord): Promise<DebitRecord[]> {
  const { debits, open } = await stand(work, leave)
  const { creditorId, id: leaveId, agreementId } = leave
  const now = work.clock.now()
  for (const { number, dueOn, openCents } of toDebit(open, debits, work.today)) {
    await insertDebit(work.tx, { creditorId, id: work.newId(), leaveId, agreementId, installmentNumber: number, amountCents: openCents, dueOn, status: 'prepared', tries: 0, createdAt: now, changedAt: now })
  }
  return (await debitsOf(work.tx, leave)).filter(({ status }) => status === 'prepared')
}

async function schedule(platform: Platform, bank: Bank, leave: LeaveRecord, debit: DebitRecord): Promise<void> {
  const told = await putDebit(bank, { txid: bankTxid(debit.id), recurrenceId: leave.recurrenceId!, dueOn: debit.dueOn, cents: debit.amountCents })
  if (!told.ok && told.error.kind === 'silent') throw faultOf('a debit', told.error)
  // A bank that refuses one will refuse it again: this installment is for the person to pay.
  await end(platform, leave, debit, ['prepared'], told.ok ? 'scheduled' : 'failed')
}

async function callOff(platform: Platform, bank: Bank, debit: DebitRecord): Promise<void> {
  const told = await cancelDebit(bank, bankTxid(debit.id))
  if (!told.ok) throw faultOf('to call a debit off', told.error)
  await platform.transact(SYSTEM, debit, ({ tx, clock }) => moveDebit(tx, debit, ['scheduled'], { status: 'withdrawn', changedAt: clock.now() }))
}

async function follow(platform: Platform, bank: Bank, leave: LeaveRecord, debit: DebitRecord): Promise<void> {
  const told = await getDebit(bank, bankTxid(debit.id))
  if (!told.ok) throw faultOf('how a debit went', told.error)
  const over = OVER[told.value.status]
  if (over) return end(platform, leave, debit, ['scheduled'], over)
  const attempts = told.value.tentativas ?? []
  if (attempts.length === 0 || attempts.some(({ status }) => WAITS.includes(status))) return
  const day = nextTry(debit, platform.clock.today())
  if (day === null) return end(platform, leave, debit, ['scheduled'], 'failed')
  const again = await retryDebit(bank, bankTxid(debit.id), day)
  if (!again.ok) throw faultOf('another try', again.error)
  await platform.transact(SYSTEM, debit, ({ tx, clock }) => moveDebit(tx, debit, ['scheduled'], { tries: attempts.length, changedAt: clock.now() }))
}

async function end(platform: Platform, leave: LeaveRecord, debit: DebitRecord, from: DebitRecord['status'][], status: DebitRecord['status']): Promise<void> {
  await platform.transact(SYSTEM, debit, async (work) => {
    const isMoved = await moveDebit(work.tx, debit, from, { status, changedAt: work.clock.now() })
    if (isMoved && status === 'failed') await tellLeave(work, leave, 'debit_failed', { installmentNumber: debit.installmentNumber })
  })
}
