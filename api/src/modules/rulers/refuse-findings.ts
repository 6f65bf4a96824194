import type { RulerStep } from '@repactua/shared/contract/rulers.ts'
import { checkSteps } from '../../core/rulers/check-steps.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'

/** Refuses steps without sense; each finding points at its field. */
export function refuseFindings(_work: Pick<Work, 'tx'>, _creditorId: string, steps: readonly RulerStep[]): Promise<void> {
  const findings = checkSteps(steps)
  if (findings.length > 0) throw new AppError('ruler_invalid', { errors: findings.map((finding) => ({ ...finding, code: 'ruler_invalid' })) })
  return Promise.resolve()
}
