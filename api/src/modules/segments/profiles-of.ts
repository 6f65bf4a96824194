import { BUILT_IN_RULES } from '../../core/segments/built-in-rules.ts'
import { profileOf, type VersionedRules } from '../../core/segments/profile.ts'
import type { Profile } from '../../core/segments/types.ts'
import type { Work } from '../../platform/work.ts'
import { findHistories } from './histories.repository.ts'
import { findRules } from './profile-rules.repository.ts'

/**
 * The profiles of a creditor's debtors by their ids, thousands at once, from the creditor's own rows alone. Ids that are none of
 * its debtors are left out.
 */
export async function profilesOf(work: Pick<Work, 'tx' | 'today'>, creditorId: string, debtorIds: readonly string[]): Promise<Map<string, Profile>> {
  const rules = await rulesOf(work, creditorId)
  const histories = await findHistories(work, creditorId, debtorIds)
  return new Map(histories.map((history) => [history.debtorId, profileOf(history, rules)]))
}

/** The rules by which a creditor's profiles are made. */
export async function rulesOf({ tx }: Pick<Work, 'tx'>, creditorId: string): Promise<VersionedRules> {
  const own = await findRules(tx, creditorId)
  return own ? { ...own.rules, version: own.version } : BUILT_IN_RULES
}
