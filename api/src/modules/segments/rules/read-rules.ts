import { BUILT_IN_RULES } from '../../../core/segments/built-in-rules.ts'
import type { VersionedRules } from '../../../core/segments/profile.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Work } from '../../../platform/work.ts'
import { findRules } from './profile-rules.repository.ts'

/** Rules with the day on which their creditor set them; the built-in ones were set by nobody. */
export interface RulesView extends VersionedRules {
  createdAt: Date | null
}

/** The rules by which a creditor's profiles are made. */
export async function rulesOf({ tx }: Pick<Work, 'tx'>, creditorId: string): Promise<RulesView> {
  const own = await findRules(tx, creditorId)
  return own ? { ...own.rules, version: own.version, createdAt: own.createdAt } : { ...BUILT_IN_RULES, createdAt: null }
}

/** A version of a creditor's rules; refuses one that never was. */
export async function rulesOfVersion({ tx }: Pick<Work, 'tx'>, creditorId: string, version: number): Promise<RulesView> {
  if (version === BUILT_IN_RULES.version) return { ...BUILT_IN_RULES, createdAt: null }
  const own = await findRules(tx, creditorId, version)
  if (!own) throw new AppError('not_found')
  return { ...own.rules, version, createdAt: own.createdAt }
}
