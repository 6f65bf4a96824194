import type { Escalation } from '@repactua/shared/contract/escalations.ts'
import { invariant } from '../../core/invariant.ts'

type State = Escalation['state']

/** One step of an escalation's way. */
interface Transition {
  act: string
  from: readonly State[]
  to: State
  by: 'creditor' | 'night' | 'news' | 'creditor or night'
  /** The change that the audit chain and the creditor's systems are told of. */
  event: string
  /** What must be true beside the state. */
  needs: string
  /** What it asks the creditor's systems to do. */
  task: string
}

/** Something stands at the bureau or the registry, or is on its way there. */
const THERE = ['requested', 'confirmed'] as const
const BEFORE = ['proposed', 'noticed', 'proven', 'due'] as const

/** Every step that an escalation can take; there is no other. It begins as `proposed`, by the creditor or, where switched on, by night. */
export const TRANSITIONS = [
  { act: 'notice', from: ['proposed'], to: 'noticed', by: 'night', event: 'escalation.noticed', needs: 'a night in which the creditor could take it back', task: 'have the bureau or the registry send its own notice, and keep the proof of its delivery' },
  { act: 'prove', from: ['noticed'], to: 'proven', by: 'creditor', event: 'escalation.proven', needs: 'a delivery that was after the proposal and is not to come', task: 'none: the person has their days' },
  { act: 'fall_due', from: ['proven'], to: 'due', by: 'night', event: 'escalation.due', needs: 'the last day of the notice over', task: 'decide: request it, or withdraw' },
  { act: 'request', from: ['due'], to: 'requested', by: 'creditor or night', event: 'escalation.requested', needs: 'a second client where two decide; by night its switch', task: 'ask the bureau or the registry' },
  { act: 'confirm', from: ['requested'], to: 'confirmed', by: 'creditor', event: 'escalation.confirmed', needs: 'the institution, its reference and the day', task: 'none' },
  { act: 'block', from: [...BEFORE, ...THERE], to: 'blocked', by: 'news', event: 'escalation.blocked', needs: 'a block', task: 'take back what was requested within five business days; nothing where nothing was' },
  { act: 'withdraw', from: [...BEFORE, ...THERE, 'blocked'], to: 'withdrawn', by: 'creditor', event: 'escalation.withdrawn', needs: 'nothing', task: 'none: it says that nothing is there any more' },
  { act: 'end', from: ['confirmed', 'blocked'], to: 'ended', by: 'news', event: 'escalation.ended', needs: 'a listing: its delisting confirmed; a protest: paid, so that the letter of consent is there', task: 'none' },
] as const satisfies readonly Transition[]

export type EscalationAct = (typeof TRANSITIONS)[number]['act']

/** Whether an act is possible in a state. */
export function isPossible(act: EscalationAct, state: State): boolean {
  return (stepOf(act).from as readonly State[]).includes(state)
}

/** Where an act leads from a state, and its event. The caller has refused what is not possible. */
export function take(act: EscalationAct, state: State): Pick<Transition, 'to' | 'event'> {
  invariant(isPossible(act, state), `no escalation that is ${state} takes the step ${act}`)
  return stepOf(act)
}

/** Whether something may stand at a bureau or a registry, so that a block asks for it to be taken back. */
export function isThere(state: State): boolean {
  return THERE.some((one) => one === state)
}

function stepOf(act: EscalationAct): Transition {
  return TRANSITIONS.find((one) => one.act === act)!
}
