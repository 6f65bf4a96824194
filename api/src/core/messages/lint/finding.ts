import type { TemplateFinding } from '@repactua/shared/contract/message-templates.ts'
import { RULE_TEXTS, type LintRule } from './rules.ts'

export type Finding = TemplateFinding

const AROUND = 20

/** A finding about the whole of a text or of the template. */
export function finding(rule: LintRule, { pointer, text }: { pointer: string; text: string }): Finding {
  return { rule, pointer, excerpt: text.slice(0, 3 * AROUND), ...RULE_TEXTS[rule] }
}

/** A finding about some words of a text, shown with what stands around them. */
export function findingAt(rule: LintRule, { pointer, text }: { pointer: string; text: string }, { index, words }: { index: number; words: string }): Finding {
  const excerpt = text.slice(Math.max(0, index - AROUND), index + words.length + AROUND)
  return { ...finding(rule, { pointer, text }), excerpt }
}
