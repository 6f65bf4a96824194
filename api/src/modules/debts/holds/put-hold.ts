import type { DebtHoldInput } from '@repactua/shared/contract/debts.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { lockDebt, setDebtStatus, type DebtRecord } from '../debts.repository.ts'
import { isStanding } from '../debts.rules.ts'
import { findHold, insertHold, setHold, type HoldRecord } from './holds.repository.ts'

/**
 * Pauses a debt, or changes why and until when: nothing is offered for it or sent of it, and an agreement that it is in is not
 * broken meanwhile. Refuses a last day that is over, and a debt that is settled or withdrawn. The same again changes nothing.
 */
export async function putHold(work: Work, externalId: string, { reason, untilOn = null }: Pick<DebtHoldInput, 'reason'> & { untilOn?: string | null }): Promise<HoldRecord> {
  const debt = await lockDebt(work.tx, creditorOf(work), externalId)
  if (!debt) throw new AppError('not_found')
  refuseOver(work, debt, untilOn)
  return holdDebt(work, debt, { reason, untilOn })
}

/** The same of a debt that is locked and not over: it is on hold from now on, for this reason and until this day. */
export async function holdDebt(work: Work, debt: DebtRecord, { reason, untilOn }: Pick<HoldRecord, 'reason' | 'untilOn'>): Promise<HoldRecord> {
  const known = await findHold(work.tx, debt.creditorId, debt.id)
  if (known?.reason === reason && known.untilOn === untilOn) return known
  const hold = known ? { ...known, reason, untilOn } : newHold(work, debt, { reason, untilOn })
  await (known ? setHold : insertHold)(work.tx, hold)
  await tell(work, debt, hold)
  return hold
}

function refuseOver({ today }: Work, debt: DebtRecord, untilOn: string | null): void {
  if (!isStanding(debt) && debt.status !== 'in_agreement') throw new AppError('debt_not_open')
  if (untilOn === null || untilOn >= today) return
  throw new AppError('invalid_request', { errors: [{ pointer: '/untilOn', code: 'too_early', message: 'O último dia da pausa não pode ter passado.' }] })
}

function newHold(work: Work, { creditorId, id: debtId }: DebtRecord, said: Pick<HoldRecord, 'reason' | 'untilOn'>): HoldRecord {
  return { creditorId, id: work.newId(), debtId, ...said, createdAt: work.clock.now(), endedAt: null }
}

async function tell(work: Work, debt: DebtRecord, { reason, untilOn }: HoldRecord): Promise<void> {
  if (isStanding(debt)) await setDebtStatus(work, debt.creditorId, [debt.id], 'standing')
  const data = { debtId: showId('debt', debt.id), externalId: debt.externalId, reason, untilOn }
  await recordChange(work, { creditorId: debt.creditorId, type: 'debt.held', subject: data.debtId, data })
}
