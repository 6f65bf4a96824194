import type { TemplateInput } from '@repactua/shared/contract/message-templates.ts'
import { checkChannels } from './check-channels.ts'
import { checkFrame } from './check-frame.ts'
import { checkVariables, type KnownKey } from './check-variables.ts'
import { checkWords } from './check-words.ts'
import { fieldsOf } from './fields.ts'
import { finding, type Finding } from './finding.ts'

/** Everything that is wrong with a template: what it says, what it lacks, what does not fit. `known` is what the house promises under its key. */
export function lintTemplate(template: TemplateInput, known: KnownKey | null): Finding[] {
  const fields = fieldsOf(template.content)
  if (fields.length === 0) return [finding('nothing-said', { pointer: '/content', text: template.key })]
  const dayNames = new Set(template.variables.filter(({ type }) => type === 'day').map(({ name }) => name))
  return [
    ...checkVariables(template, fields, known),
    ...checkFrame(template, fields),
    ...checkWords(template.key, fields, dayNames),
    ...checkChannels(template),
  ]
}
