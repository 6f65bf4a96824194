import { profileOf } from '../../../core/segments/profile.ts'
import { scoreOf, type Score } from '../../../core/segments/score.ts'
import type { Profile } from '../../../core/segments/types.ts'
import { enterCreditor } from '../../../platform/db/transaction.ts'
import { personOf, type Work } from '../../../platform/work.ts'
import { rulesOf, type RulesView } from '../rules/read-rules.ts'
import { findHistories } from './histories.repository.ts'
import { findOwnDebtors } from './own-debtors.repository.ts'

/** A profile with all that it was made of. */
export interface ExplainedProfile {
  creditorId: string
  profile: Profile
  score: Score
  rules: RulesView
}

/** What each creditor makes of the history of the person who asks, or the one that is named; each by its own rows alone. */
export async function explainedProfiles(work: Work, creditorId?: string): Promise<ExplainedProfile[]> {
  const explained: ExplainedProfile[] = []
  for (const own of await findOwnDebtors(work.tx, personOf(work))) {
    if (creditorId !== undefined && own.creditorId !== creditorId) continue
    await enterCreditor(work.tx, own.creditorId)
    const rules = await rulesOf(work, own.creditorId)
    for (const history of await findHistories(work, own.creditorId, [own.id])) {
      explained.push({ creditorId: own.creditorId, profile: profileOf(history, rules), score: scoreOf(history, rules), rules })
    }
  }
  return explained
}
