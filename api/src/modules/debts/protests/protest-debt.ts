import type { ProtestInput } from '@repactua/shared/contract/protests.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { lockDebt } from '../debts.repository.ts'
import { protestsOf, putProtest, type ProtestRecord } from './protests.repository.ts'

/** Marks a debt as protested at a registry, or corrects what was said of it. The same again changes nothing. */
export async function protestDebt(work: Work, externalId: string, input: ProtestInput): Promise<ProtestRecord> {
  const debt = await lockDebt(work.tx, creditorOf(work), externalId)
  if (!debt) throw new AppError('not_found')
  if (input.protestedOn > work.today) throw new AppError('date_in_future')
  const { creditorId, id: debtId } = debt
  const [known] = await protestsOf(work.tx, [{ creditorId, debtId }])
  if (known && isSame(known, input)) return known
  const at = work.clock.now()
  const protest = { creditorId, debtId, ...input, createdAt: known?.createdAt ?? at, updatedAt: at }
  await putProtest(work.tx, protest)
  const data = { debtId: showId('debt', debtId), externalId, protestedOn: input.protestedOn }
  await recordChange(work, { creditorId, type: 'debt.protested', subject: data.debtId, data })
  return protest
}

function isSame(known: ProtestRecord, input: ProtestInput): boolean {
  return known.registryOffice === input.registryOffice && known.protestedOn === input.protestedOn && known.reference === input.reference
}
