import type { TemplateFinding, TemplateInput } from '@repactua/shared/contract/message-templates.ts'
import { lintTemplate } from '../../core/messages/lint/lint-template.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { BUILT_INS } from './built-in/built-ins.ts'

/** What is wrong with a text; under a key of the house also against what its senders know. */
export function lintText(text: TemplateInput): TemplateFinding[] {
  const known = BUILT_INS.get(text.key)
  return lintTemplate(text, known ? { purpose: known.purpose, variables: known.texts['pt-BR']?.variables ?? [] } : null)
}

/** Whether nothing stands against its use. */
export function isPublishable(findings: readonly TemplateFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

/** Refuses a text that nobody should get: each finding points at its words and says what to write instead. */
export function refuseFindings(text: TemplateInput): void {
  refuse(lintText(text).filter(({ severity }) => severity === 'error'))
}

/** Refuses a text that cannot even be shown: it names what nobody gives. */
export function refuseUnknown(text: TemplateInput): void {
  refuse(lintText(text).filter(({ rule }) => rule === 'unknown-variable'))
}

function refuse(errors: readonly TemplateFinding[]): void {
  if (errors.length === 0) return
  throw new AppError('message_template_refused', { errors: errors.map(({ pointer, rule, source, excerpt, instead }) => ({ pointer, code: 'message_template_refused', rule, source, value: excerpt, message: instead })) })
}
