import type { Work } from '../../platform/work.ts'
import { delistingDays } from '../delistings/index.ts'
import { lastListingDay } from '../../core/legal/listing-age.ts'
import type { EscalationChange } from './escalations.repository.ts'
import type { HeldEscalation } from './hold-escalation.ts'
import { stopStep, takeOffDays } from './steps.rules.ts'
import { takeStep } from './take-step.ts'
import { isThere } from './transitions.rules.ts'

/**
 * Stops an escalation that something forbids now, and tells whether it did. What was requested gets its days to be taken back; a
 * protest that is paid ends with the letter of consent (Lei 9.492/97, art. 26).
 */
export async function stopEscalation(work: Work, { escalation, block }: HeldEscalation): Promise<boolean> {
  const act = stopStep(escalation, block)
  if (act === null) return false
  await takeStep(work, escalation, act, act === 'end' ? { block } : { block, ...taskOf(work, escalation) })
  return true
}

function taskOf({ today }: Work, escalation: HeldEscalation['escalation']): EscalationChange {
  return isThere(escalation.state) ? takeOffDays(delistingDays(today, today), lastListingDay(escalation), today) : {}
}
