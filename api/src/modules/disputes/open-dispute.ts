import type { DisputeInput } from '@repactua/shared/contract/disputes.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { personOf, type Work } from '../../platform/work.ts'
import { isStanding, loadDebtsOfPerson, lockDebts, setDebtStatus, type DebtRecord } from '../debts/index.ts'
import { lastDayToAnswer, mayOpen } from './disputes.rules.ts'
import { disputesOfDebt, insertDispute, type DisputeRecord } from './disputes.repository.ts'

/**
 * Contests one of one's own debts: from now on nothing is offered, sent or broken of it. Refused while a dispute of it is open,
 * for a reason that had its answer, and for a debt that is over. Where it is in an agreement, the agreement stands meanwhile.
 */
export async function openDispute(work: Work, debtId: string, input: DisputeInput): Promise<DisputeRecord> {
  const cpfIndex = personOf(work)
  const [mine] = await loadDebtsOfPerson(work, cpfIndex, [debtId])
  if (!mine) throw new AppError('not_found')
  if (input.paidOn && input.paidOn > work.today) throw new AppError('date_in_future', { errors: [{ pointer: '/paidOn', code: 'date_in_future', message: 'O dia do pagamento não pode estar no futuro.' }] })
  const { creditorId } = mine
  await enterCreditor(work.tx, creditorId)
  await lockDebts(work.tx, creditorId, [debtId])
  const [debt] = await loadDebtsOfPerson(work, cpfIndex, [debtId])
  const may = mayOpen(debt!.status, input.reason, await disputesOfDebt(work.tx, creditorId, debtId))
  if (!may.ok) throw new AppError(may.error)
  const dispute = newDispute(work, debt!, input)
  await insertDispute(work.tx, dispute)
  if (isStanding(debt!)) await setDebtStatus(work, creditorId, [debtId], 'standing')
  await record(work, dispute, debt!)
  return dispute
}

function newDispute(work: Work, { creditorId, id: debtId, cpfIndex }: DebtRecord, { reason, ...said }: DisputeInput): DisputeRecord {
  return {
    creditorId, id: work.newId(), debtId, cpfIndex, reason, status: 'open', statementSealed: work.keys.seal(JSON.stringify(said)),
    answerBy: lastDayToAnswer(work.today), answerSealed: null, alarmedAt: null, endedAt: null, createdAt: work.clock.now(),
  }
}

async function record(work: Work, { creditorId, id, reason, answerBy }: DisputeRecord, debt: DebtRecord): Promise<void> {
  const data = { disputeId: showId('dispute', id), debtId: showId('debt', debt.id), externalId: debt.externalId, reason, answerBy }
  await recordChange(work, { creditorId, type: 'dispute.opened', subject: data.disputeId, data })
}
