import type { WithdrawalInput } from '@repactua/shared/contract/debts.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { lockDebt, markWithdrawn, type DebtRecord } from './debts.repository.ts'
import { decideWithdrawal, lineOrNull } from './debts.rules.ts'

/** Takes a debt out of collection, for good. Refuses one that is in an agreement, settled, or withdrawn for another reason. */
export async function withdrawDebt(work: Work, externalId: string, input: WithdrawalInput): Promise<DebtRecord> {
  const debt = await lockDebt(work.tx, creditorOf(work), externalId)
  if (!debt) throw new AppError('not_found')
  const { reason } = input
  const note = lineOrNull(input.note)
  const decision = decideWithdrawal(debt, { reason, note })
  if (!decision.ok) throw new AppError(decision.error)
  return decision.value === 'withdraw' ? withdraw(work, debt, { reason, note }) : debt
}

async function withdraw(work: Work, debt: DebtRecord, { reason, note }: { reason: WithdrawalInput['reason']; note: string | null }): Promise<DebtRecord> {
  const withdrawnAt = work.clock.now()
  const withdrawal = { withdrawalReason: reason, withdrawalNote: note, withdrawnAt }
  await markWithdrawn(work.tx, debt, withdrawal)
  // The note may name people: it stays in the row.
  const data = { debtId: showId('debt', debt.id), externalId: debt.externalId, reason }
  await recordChange(work, { creditorId: debt.creditorId, type: 'debt.withdrawn', subject: showId('debt', debt.id), data })
  return { ...debt, ...withdrawal, status: 'withdrawn', updatedAt: withdrawnAt }
}
