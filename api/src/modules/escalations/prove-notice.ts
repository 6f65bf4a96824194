import type { ProofOfNotice } from '@repactua/shared/contract/escalations.ts'
import { localDateOf } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { refuseBlock } from './block-words.ts'
import type { ListedEscalation } from './escalations.repository.ts'
import { holdOwnEscalation } from './hold-escalation.ts'
import { lastDayToAnswer } from './steps.rules.ts'
import { takeStep } from './take-step.ts'
import { isPossible } from './transitions.rules.ts'

/**
 * Keeps the proof that the bureau's or the registry's notice was delivered (STJ, Tema 1.315); the person's days begin there. The
 * same proof again answers the same. Refuses a delivery before the proposal, or one that is to come.
 */
export async function proveNotice(work: Work, id: string, { provider, reference, deliveredAt, sha256 }: ProofOfNotice): Promise<ListedEscalation> {
  const { escalation, rules, block } = await holdOwnEscalation(work, id)
  if (escalation.proofSha256 === sha256 && escalation.proofReference === reference) return escalation
  if (!isPossible('prove', escalation.state)) throw new AppError('escalation_step_not_possible')
  refuseBlock(block)
  const at = new Date(deliveredAt)
  if (at > work.clock.now()) throw new AppError('date_in_future')
  if (at < escalation.createdAt) throw new AppError('notice_before_proposal')
  const ofDelivery = lastDayToAnswer(localDateOf(at), rules.answerDays)
  // Never before the day that the person was told.
  const deadlineOn = escalation.deadlineOn! > ofDelivery ? escalation.deadlineOn : ofDelivery
  return takeStep(work, escalation, 'prove', { proofProvider: provider, proofReference: reference, proofDeliveredAt: at, proofSha256: sha256, deadlineOn })
}
