import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { RulerStep } from '@repactua/shared/contract/rulers.ts'
import { ANCHOR_PURPOSES, ANCHOR_VALUES, type StepPurpose } from './anchors.ts'
import type { RulerFinding } from './check-steps.ts'

/** What a template is to a ruler: what it is for, what it must be given, by which channels it can go. */
export interface TemplateTraits {
  purpose: StepPurpose
  variables: readonly string[]
  channels: readonly Channel[]
}

/** What a creditor has by these names. */
export interface KnownNames {
  templates: ReadonlyMap<string, TemplateTraits>
  segmentIds: ReadonlySet<string>
}

/** Looks over what steps name: templates and segments that are not there, or that do not fit the step. */
export function checkNames(steps: readonly RulerStep[], known: KnownNames): RulerFinding[] {
  return steps.flatMap((step, i) => [
    ...checkTemplate(step, i, known),
    ...(step.segmentId === undefined || known.segmentIds.has(step.segmentId) ? [] : [finding(i, 'segmentId', 'segment-unknown', 'Este segmento não existe.')]),
  ])
}

/** What a template that takes the place of a step's own has against it; null where it fits. */
export function misfitOf(template: TemplateTraits | undefined, { anchor, channels }: Pick<RulerStep, 'anchor' | 'channels'>): Omit<RulerFinding, 'pointer'> | null {
  if (!template) return { rule: 'template-unknown', message: 'Este modelo não existe.' }
  if (template.purpose !== ANCHOR_PURPOSES[anchor]) return { rule: 'template-purpose', message: template.purpose === 'service' ? 'O modelo é de serviço, e o passo é de cobrança.' : 'O modelo é de cobrança, e o passo é de serviço.' }
  const missing = template.variables.find((name) => !ANCHOR_VALUES[anchor].includes(name))
  if (missing !== undefined) return { rule: 'template-variable', message: `O modelo pede ${missing}, que este passo não sabe.` }
  return channels.some((channel) => template.channels.includes(channel)) ? null : { rule: 'template-channel', message: 'O modelo não tem texto para nenhum destes canais.' }
}

function checkTemplate(step: RulerStep, i: number, { templates }: KnownNames): RulerFinding[] {
  const misfit = misfitOf(templates.get(step.templateKey), step)
  return misfit ? [{ pointer: `/steps/${i}/templateKey`, ...misfit }] : []
}

function finding(i: number, field: keyof RulerStep, rule: string, message: string): RulerFinding {
  return { pointer: `/steps/${i}/${field}`, rule, message }
}
