import { profileOf } from '../../../core/segments/profile.ts'
import type { Profile } from '../../../core/segments/types.ts'
import type { Work } from '../../../platform/work.ts'
import { rulesOf } from '../rules/read-rules.ts'
import { findHistories } from './histories.repository.ts'

/**
 * The profiles of a creditor's debtors by their ids, thousands at once, from the creditor's own rows alone. Ids that are none of
 * its debtors are left out.
 */
export async function profilesOf(work: Pick<Work, 'tx' | 'today'>, creditorId: string, debtorIds: readonly string[]): Promise<Map<string, Profile>> {
  const rules = await rulesOf(work, creditorId)
  const histories = await findHistories(work, creditorId, debtorIds)
  return new Map(histories.map((history) => [history.debtorId, profileOf(history, rules)]))
}
