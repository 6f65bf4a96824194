import { ruleOn, type LegalRuleId } from '../legal-rules.ts'
import type { LegalBreach, LegalScope } from '../types.ts'

/** Something that a rule does not allow at all: no number is held against another. */
export interface Finding {
  pointer: string
  code: LegalBreach['code']
  rule: LegalRuleId
  words: string
}

/** The breach with the rule's source; none before the rule is in force. */
export function breachOf({ pointer, code, rule: id, words }: Finding, on: LegalScope['on']): LegalBreach[] {
  const rule = ruleOn(id, on)
  return rule ? [{ pointer, code, rule: id, source: rule.source, limit: null, value: null, message: `${words} (${rule.source}).` }] : []
}
