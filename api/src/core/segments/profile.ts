import type { ProfileRulesInput } from '@repactua/shared/contract/segments.ts'
import { scoreOf } from './score.ts'
import type { History, Importance, Profile } from './types.ts'

export type VersionedRules = ProfileRulesInput & { version: number }

/** What a creditor's rules make of a history. A band that the creditor uploaded wins, then the one its debts bear, then the sum. */
export function profileOf(history: History, rules: VersionedRules): Profile {
  const band = bandOf(history, rules)
  return {
    ...history,
    ...band,
    isFirstDelay: history.delayCount === 1,
    importance: importanceOf(history, rules),
    graceDays: rules.graceDays[band.band],
    rulesVersion: rules.version,
  }
}

function bandOf(history: History, rules: VersionedRules): Pick<Profile, 'band' | 'bandSource'> {
  if (history.uploaded) return { band: history.uploaded.band, bandSource: 'uploaded' }
  if (history.debtBand) return { band: history.debtBand, bandSource: 'debts' }
  return { band: scoreOf(history, rules).band, bandSource: 'computed' }
}

// By principal: a debt is not worth more effort for having been left to grow.
function importanceOf({ principalCents }: History, { importanceFromCents: { medium, high } }: VersionedRules): Importance {
  if (principalCents >= high) return 'high'
  return principalCents >= medium ? 'medium' : 'low'
}
