import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { lockDebt, setDebtStatus } from '../debts.repository.ts'
import { isStanding } from '../debts.rules.ts'
import { findHold, setHold } from './holds.repository.ts'

/** Ends the pause of a debt. One that is not paused stays so. */
export async function endHold(work: Work, { creditorId, externalId }: { creditorId: string; externalId: string }): Promise<void> {
  const debt = await lockDebt(work.tx, creditorId, externalId)
  if (!debt) throw new AppError('not_found')
  const hold = await findHold(work.tx, creditorId, debt.id)
  if (!hold) return
  await setHold(work.tx, { ...hold, endedAt: work.clock.now() })
  if (isStanding(debt)) await setDebtStatus(work, creditorId, [debt.id], 'standing')
  const data = { debtId: showId('debt', debt.id), externalId, reason: hold.reason }
  await recordChange(work, { creditorId, type: 'debt.released', subject: data.debtId, data })
}
