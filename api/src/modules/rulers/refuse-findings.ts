import type { RulerStep } from '@repactua/shared/contract/rulers.ts'
import { checkNames, type TemplateTraits } from '../../core/rulers/check-names.ts'
import { checkSteps } from '../../core/rulers/check-steps.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { findSegments } from '../segments/index.ts'
import { channelsOf, findTemplates } from '../templates/index.ts'

/** Refuses steps without sense, or that name what the creditor does not have; each finding points at its field. */
export async function refuseFindings({ tx }: Pick<Work, 'tx'>, creditorId: string, steps: readonly RulerStep[]): Promise<void> {
  const templates = await traitsOf(tx, creditorId, steps.map(({ templateKey }) => templateKey))
  const shown = steps.flatMap(({ segmentId }) => segmentId ?? [])
  const found = await findSegments(tx, creditorId, shown.map(readId))
  const segmentIds = new Set(shown.filter((id) => found.has(readId(id))))
  const findings = [...checkSteps(steps), ...checkNames(steps, { templates, segmentIds })]
  if (findings.length > 0) throw new AppError('ruler_invalid', { errors: findings.map((finding) => ({ ...finding, code: 'ruler_invalid' })) })
}

/** What templates of these keys are to a ruler; those that a creditor does not have are absent. */
export async function traitsOf(tx: Work['tx'], creditorId: string, keys: readonly string[]): Promise<Map<string, TemplateTraits>> {
  const templates = await findTemplates(tx, creditorId, [...new Set(keys)])
  return new Map([...templates.values()].map((template) => {
    const variables = Object.values(template.texts).flatMap((text) => text.variables.map(({ name }) => name))
    return [template.key, { purpose: template.purpose, variables: [...new Set(variables)], channels: channelsOf(template, 'pt-BR') }]
  }))
}
