import type { EscalationConfirmation } from '@repactua/shared/contract/escalations.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { protestDebt } from '../debts/index.ts'
import { refuseBlock } from './block-words.ts'
import type { ListedEscalation } from './escalations.repository.ts'
import { holdOwnEscalation } from './hold-escalation.ts'
import { takeStep } from './take-step.ts'
import { isPossible } from './transitions.rules.ts'

/**
 * The bureau or the registry has done what was requested. A protest is marked on the debt as well, so that its letter of consent is
 * there once it is paid. The same again answers the same; refused where it is to be taken back by now.
 */
export async function confirmEscalation(work: Work, id: string, { institution, reference, confirmedOn }: EscalationConfirmation): Promise<ListedEscalation> {
  const { escalation, block } = await holdOwnEscalation(work, id)
  if (escalation.state === 'confirmed' && escalation.reference === reference) return escalation
  if (!isPossible('confirm', escalation.state)) throw new AppError('escalation_step_not_possible')
  refuseBlock(block)
  if (confirmedOn > work.today) throw new AppError('date_in_future')
  if (escalation.kind === 'protest') await protestDebt(work, escalation.debtExternalId, { registryOffice: institution, protestedOn: confirmedOn, reference })
  return takeStep(work, escalation, 'confirm', { institution, reference, confirmedOn })
}
