import { collectionStop, type CollectionStop } from '../../core/legal/collection-stop.ts'
import type { Work } from '../../platform/work.ts'
import { loadDebts, lockDebts, type DebtRecord } from '../debts/index.ts'
import { debtOfRestriction, lockRestriction, type ListedRestriction, type RestrictionRecord } from './restrictions.repository.ts'

/** A restriction with its debt, both held to the end of the transaction. */
export interface HeldRestriction {
  restriction: ListedRestriction
  debt: DebtRecord
  stop: CollectionStop | null
}

/** Holds a restriction, its debt first: disputes, pauses, agreements and payments wait for the same lock. */
export async function holdRestriction(work: Work, key: Pick<RestrictionRecord, 'creditorId' | 'id'>): Promise<HeldRestriction> {
  const debtId = await debtOfRestriction(work.tx, key)
  await lockDebts(work.tx, key.creditorId, [debtId])
  const [debt] = await loadDebts(work, key.creditorId, [debtId])
  return { restriction: await lockRestriction(work.tx, key), debt: debt!, stop: collectionStop(debt!, work.today) }
}
