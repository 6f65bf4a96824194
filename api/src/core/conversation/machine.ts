import { invariant } from '../invariant.ts'
import type { Intent } from './phrases.ts'
import type { ReplyKey } from './replies.ts'

export const STATES = ['idle', 'asked_identity', 'asked_day', 'asked_option', 'asked_reference', 'waiting', 'with_person', 'stopped'] as const
/** Where a thread stands: nothing asked, something asked, with people of the creditor, or ended at the person's wish. */
export type State = (typeof STATES)[number]

/** What a sentence comes to beside its intent: answers to what was asked, and a second sentence that nobody understood. */
export const ANSWERS = ['promise_on', 'day', 'day_unclear', 'choice', 'identity', 'reference', 'unknown', 'lost'] as const
/** What an act has found out, or what was missing for a step: never said by a person. */
export const OUTCOMES = [
  'needs_identity', 'site_only', 'no_number', 'identified', 'mistaken', 'locked', 'balance_found', 'options_found', 'choice_unknown', 'nothing_open', 'nothing_offered', 'code_coming', 'no_installment', 'promised',
  'day_too_far', 'contested',
] as const
export type Said = Intent | (typeof ANSWERS)[number]
export type Outcome = (typeof OUTCOMES)[number]
export type Event = Said | Outcome

/** What a step does beside its reply; each is one function of the module `conversations`. */
export type Act =
  | 'tell_balance' | 'list_options' | 'choose_option' | 'find_installment' | 'note_promise' | 'pause_claim' | 'keep_reference' | 'stop_address' | 'opt_out'
  | 'hand_over' | 'hold_deceased' | 'contest' | 'pause_hardship' | 'check_identity' | 'resume'

/**
 * What must be known of who writes: nothing; that the number is on file; who it is, by birth date and CPF; or that and a creditor
 * that tells amounts by this channel.
 */
export type Need = 'nothing' | 'number' | 'identity' | 'amounts'

export interface Step {
  on: Event
  from: readonly State[]
  needs: Need
  act: Act | null
  /** `same`: what was asked stays asked. */
  to: State | 'same'
  /** Null where the act's outcome brings the reply, or a person is there. */
  reply: ReplyKey | null
}

const ANSWERED: readonly State[] = ['idle', 'asked_identity', 'asked_day', 'asked_option', 'asked_reference', 'stopped']
const WITH_PEOPLE: readonly State[] = ['waiting', 'with_person']

type Short = Partial<Omit<Step, 'on'>>
const step = (on: Event, { from = ANSWERED, needs = 'nothing', act = null, to = 'idle', reply = null }: Short): Step => ({ on, from, needs, act, to, reply })

/** Every step of a conversation, and there is no other; docs/conversation.md is drawn from it. The first one that fits is taken. */
export const STEPS: readonly Step[] = [
  step('stop', { from: STATES, act: 'opt_out', to: 'stopped', reply: 'stopped' }),
  step('not_me', { from: STATES, act: 'stop_address', to: 'stopped', reply: 'not_me' }),
  step('deceased', { from: WITH_PEOPLE, act: 'hold_deceased', to: 'same', reply: 'still_waiting' }),
  step('deceased', { act: 'hold_deceased', to: 'waiting', reply: 'deceased' }),
  step('paid', { from: WITH_PEOPLE, act: 'pause_claim', to: 'same', reply: 'still_waiting' }),
  step('paid', { from: ['asked_reference'], act: 'keep_reference', reply: 'reference_kept' }),
  step('paid', { act: 'pause_claim', to: 'asked_reference', reply: 'paid' }),
  step('reference', { from: ['asked_reference'], act: 'keep_reference', reply: 'reference_kept' }),
  step('hardship', { from: WITH_PEOPLE, act: 'pause_hardship', to: 'same', reply: 'still_waiting' }),
  step('hardship', { act: 'pause_hardship', reply: 'hardship' }),
  step('person', { act: 'hand_over', to: 'waiting', reply: 'hand_over' }),
  step('complaint', { act: 'hand_over', to: 'waiting', reply: 'complaint' }),
  step('lost', { act: 'hand_over', to: 'waiting', reply: 'lost' }),

  step('greeting', { to: 'same', reply: 'greeting' }),
  step('thanks', { to: 'same', reply: 'thanks' }),
  step('menu', { to: 'same', reply: 'menu' }),
  step('who', { to: 'same', reply: 'who' }),
  step('upset', { to: 'same', reply: 'upset' }),

  step('balance', { needs: 'amounts', act: 'tell_balance' }),
  step('balance_found', { reply: 'balance' }),
  step('offers', { needs: 'amounts', act: 'list_options' }),
  step('options_found', { to: 'asked_option', reply: 'options' }),
  step('choice', { from: ['asked_option'], needs: 'amounts', act: 'choose_option', reply: 'option_link' }),
  step('choice_unknown', { to: 'asked_option', reply: 'ask_option' }),
  step('pix_copy', { needs: 'amounts', act: 'find_installment' }),
  step('code_coming', { reply: 'code_coming' }),
  step('no_installment', { reply: 'no_installment' }),
  step('nothing_open', { reply: 'nothing_open' }),
  step('nothing_offered', { reply: 'nothing_offered' }),

  step('promise', { needs: 'identity', to: 'asked_day', reply: 'ask_day' }),
  step('promise_on', { needs: 'identity', act: 'note_promise' }),
  step('day', { from: ['asked_day'], needs: 'identity', act: 'note_promise' }),
  step('day_unclear', { needs: 'identity', to: 'asked_day', reply: 'ask_day_again' }),
  step('day_too_far', { to: 'asked_day', reply: 'day_too_far' }),
  step('promised', { reply: 'promised' }),

  ...(['wrong_amount', 'not_mine', 'fraud'] as const).map((on) => step(on, { needs: 'number', act: 'contest', reply: 'contest_link' })),
  step('contested', { reply: 'contested' }),

  step('needs_identity', { to: 'asked_identity', reply: 'ask_identity' }),
  step('identity', { from: ['asked_identity'], act: 'check_identity', to: 'asked_identity' }),
  step('identified', { act: 'resume' }),
  step('mistaken', { to: 'asked_identity', reply: 'mistaken' }),
  step('locked', { act: 'hand_over', to: 'waiting', reply: 'locked' }),
  step('site_only', { reply: 'site' }),
  // Word for word what anybody gets: it does not tell whose numbers are on file.
  step('no_number', { reply: 'site' }),

  step('unknown', { from: ['asked_identity'], to: 'same', reply: 'ask_identity' }),
  step('unknown', { from: ['asked_day'], to: 'same', reply: 'ask_day_again' }),
  step('unknown', { from: ['asked_option'], to: 'same', reply: 'ask_option' }),
  step('unknown', { to: 'same', reply: 'unknown' }),
]

const OTHERWISE: Record<'waiting' | 'with_person', Step> = {
  waiting: step('unknown', { from: ['waiting'], to: 'same', reply: 'still_waiting' }),
  with_person: step('unknown', { from: ['with_person'], to: 'same' }),
}

/** The step that an event leads to. What has no step where people of the creditor are there is kept for them. */
export function stepOn(state: State, event: Event): Step {
  const found = STEPS.find((one) => one.on === event && one.from.includes(state))
  if (state === 'with_person' && found) return { ...found, reply: found.to === 'same' ? null : found.reply }
  if (state === 'waiting' || state === 'with_person') return found ?? OTHERWISE[state]
  invariant(found, `no step in ${state} on ${event}`)
  return found
}

/** What is known of who writes, for the steps that need it. */
export interface Known {
  numberOnFile: boolean
  identified: boolean
  tellsAmounts: boolean
  /** Whether somebody with this number can be told from others by what may be asked. */
  canIdentify: boolean
}

/** What a step lacks, as the event that is taken instead of it; null where nothing does. */
export function lackOf(needs: Need, known: Known): Outcome | null {
  if (needs === 'nothing') return null
  if (!known.numberOnFile) return 'no_number'
  if (needs === 'number') return null
  if (needs === 'amounts' && !known.tellsAmounts) return 'site_only'
  if (known.identified) return null
  return known.canIdentify ? 'needs_identity' : 'site_only'
}
