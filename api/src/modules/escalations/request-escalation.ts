import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { clientOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { refuseBlock } from './block-words.ts'
import { needsTwo } from './change-settings.ts'
import { setEscalation, type ListedEscalation } from './escalations.repository.ts'
import { holdOwnEscalation } from './hold-escalation.ts'
import { takeStep } from './take-step.ts'
import { isPossible } from './transitions.rules.ts'

/**
 * Decides that a debt goes to the bureau or the registry, once the days of the notice are over. Where two clients decide the first
 * one asks and another one who asks the same decides. Twice is once.
 */
export async function requestEscalation(work: Work, id: string): Promise<ListedEscalation> {
  await refuseRevoked(work)
  const { escalation, block } = await holdOwnEscalation(work, id)
  if (escalation.state === 'requested') return escalation
  if (!isPossible('request', escalation.state)) throw new AppError('escalation_step_not_possible')
  refuseBlock(block)
  if (!(await needsTwo(work, escalation.creditorId))) return takeStep(work, escalation, 'request')
  if (escalation.askedBy === null) return ask(work, escalation)
  if (escalation.askedBy === clientOf(work)) throw new AppError('second_client_needed')
  return takeStep(work, escalation, 'request')
}

async function ask(work: Work, escalation: ListedEscalation): Promise<ListedEscalation> {
  const asked = { askedBy: clientOf(work), askedAt: work.clock.now() }
  await setEscalation(work.tx, escalation, asked)
  const { creditorId, debtId, kind } = escalation
  const data = { escalationId: showId('escalation', escalation.id), debtId: showId('debt', debtId), kind, askedBy: showId('client', asked.askedBy) }
  await recordChange(work, { creditorId, type: 'escalation.asked', subject: data.escalationId, data })
  return { ...escalation, ...asked }
}
