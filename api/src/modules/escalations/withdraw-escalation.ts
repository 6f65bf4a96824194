import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import type { ListedEscalation } from './escalations.repository.ts'
import { holdOwnEscalation } from './hold-escalation.ts'
import { takeStep } from './take-step.ts'
import { isPossible } from './transitions.rules.ts'

/** The creditor lets it be, or says that what was requested is taken back. Twice is once. */
export async function withdrawEscalation(work: Work, id: string): Promise<ListedEscalation> {
  const { escalation } = await holdOwnEscalation(work, id)
  if (escalation.state === 'withdrawn') return escalation
  if (!isPossible('withdraw', escalation.state)) throw new AppError('escalation_step_not_possible')
  return takeStep(work, escalation, 'withdraw')
}
