import { isDeepStrictEqual } from 'node:util'
import type { ProfileRulesInput } from '@repactua/shared/contract/segments.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { insertRules, lockRules } from './profile-rules.repository.ts'
import { contradictionsOf } from './profile-rules.rules.ts'
import { rulesOf, type RulesView } from './read-rules.ts'

/** Sets the rules by which the creditor's profiles are made, as a new version; those that hold already are given back. */
export async function setRules(work: Work, rules: ProfileRulesInput): Promise<RulesView> {
  const wrong = contradictionsOf(rules)
  if (wrong.length > 0) throw new AppError('profile_rules_invalid', { errors: wrong.map((one) => ({ ...one, code: 'profile_rules_invalid' })) })
  const creditorId = creditorOf(work)
  await lockRules(work.tx, creditorId)
  const { version, createdAt, ...known } = await rulesOf(work, creditorId)
  if (isDeepStrictEqual(known, rules)) return { ...rules, version, createdAt }
  const now = work.clock.now()
  await insertRules(work.tx, { creditorId, version: version + 1, rules, createdAt: now })
  await recordChange(work, { creditorId, type: 'profile_rules.changed', subject: showId('creditor', creditorId), data: { version: version + 1 } })
  return { ...rules, version: version + 1, createdAt: now }
}
