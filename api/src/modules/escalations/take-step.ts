import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { setEscalation, type EscalationChange, type ListedEscalation } from './escalations.repository.ts'
import { take, type EscalationAct } from './transitions.rules.ts'

/** Takes a step that is possible, with what it changes beside the state, and tells of it. The escalation is held. */
export async function takeStep(work: Work, escalation: ListedEscalation, act: EscalationAct, change: EscalationChange = {}): Promise<ListedEscalation> {
  const { to, event } = take(act, escalation.state)
  const step = { ...change, state: to, since: work.clock.now() }
  await setEscalation(work.tx, escalation, step)
  const taken = { ...escalation, ...step }
  await tellEscalation(work, taken, event)
  return taken
}

/** News of an escalation for the creditor's systems: ids, days and why, never a person. */
export async function tellEscalation(work: Work, escalation: ListedEscalation, type: string): Promise<void> {
  const { creditorId, id, debtId, debtExternalId: externalId, kind, state, deadlineOn, block, takeOffOn } = escalation
  const data = { escalationId: showId('escalation', id), debtId: showId('debt', debtId), externalId, kind, state, deadlineOn, block, takeOffOn }
  await recordChange(work, { creditorId, type, subject: data.escalationId, data })
}
