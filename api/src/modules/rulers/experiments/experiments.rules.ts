import type { ExperimentInput } from '@repactua/shared/contract/experiments.ts'
import type { RulerStep } from '@repactua/shared/contract/rulers.ts'
import { ANCHOR_PURPOSES } from '../../../core/rulers/anchors.ts'
import { WHOLE_BPS } from '../../../core/rulers/arms.ts'
import { misfitOf, type TemplateTraits } from '../../../core/rulers/check-names.ts'
import type { RulerFinding } from '../../../core/rulers/check-steps.ts'

/** What in an experiment can teach nothing: shares that are no whole, steps that are not there, two hold-outs, texts that do not fit. */
export function checkExperiment({ arms, steps }: ExperimentInput, ruler: readonly RulerStep[], templates: ReadonlyMap<string, TemplateTraits>): RulerFinding[] {
  const about = ruler.filter((step) => ANCHOR_PURPOSES[step.anchor] === 'collection' && (steps === undefined || steps.includes(step.key)))
  return [...checkSteps(steps ?? [], about), ...checkShares(arms), ...arms.flatMap((arm, i) => checkArm(arm, i, about, templates))]
}

type Arm = ExperimentInput['arms'][number]

function checkSteps(keys: readonly string[], about: readonly RulerStep[]): RulerFinding[] {
  return keys.flatMap((key, i) => (about.some((step) => step.key === key) ? [] : [{ pointer: `/steps/${i}`, rule: 'step-unknown', message: 'A régua em vigor não tem este passo de cobrança.' }]))
}

function checkShares(arms: readonly Arm[]): RulerFinding[] {
  const whole = arms.reduce((sum, { shareBps }) => sum + shareBps, 0)
  const twice = arms.findIndex(({ key }, i) => arms.findIndex((other) => other.key === key) < i)
  return [
    ...(whole === WHOLE_BPS ? [] : [{ pointer: '/arms', rule: 'shares', message: 'As partes somam 10000.' }]),
    ...(twice < 0 ? [] : [{ pointer: `/arms/${twice}/key`, rule: 'arm-twice', message: 'Dois grupos têm o mesmo nome.' }]),
    ...(arms.filter(({ nothing }) => nothing).length > 1 ? [{ pointer: '/arms', rule: 'hold-outs', message: 'Um grupo sem mensagens basta.' }] : []),
  ]
}

function checkArm({ nothing, templateKey, hour, channels }: Arm, i: number, about: readonly RulerStep[], templates: ReadonlyMap<string, TemplateTraits>): RulerFinding[] {
  const hasOwn = templateKey !== undefined || hour !== undefined || channels !== undefined
  if (nothing) return hasOwn ? [{ pointer: `/arms/${i}/nothing`, rule: 'hold-out-with-more', message: 'Quem não recebe nada não tem modelo, hora nem canal.' }] : []
  if (!hasOwn) return []
  const misfit = about.map((step) => misfitOf(templates.get(templateKey ?? step.templateKey), { anchor: step.anchor, channels: channels ?? step.channels })).find((found) => found !== null)
  return misfit ? [{ pointer: `/arms/${i}/${templateKey === undefined ? 'channels' : 'templateKey'}`, ...misfit }] : []
}
