import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Said, State } from './machine.ts'
import type { Intent } from './phrases.ts'
import { readIdentityAnswer, type IdentityAnswer } from './read-identity-answer.ts'
import { understand, type Understood } from './understand.ts'

/** What the numbers of the menu stand for. */
export const MENU: readonly Intent[] = ['balance', 'offers', 'pix_copy', 'promise', 'paid', 'person']

/** What a sentence is in the state in which it is said, with what it brings. */
export interface Heard {
  event: Said
  day: LocalDate | null
  choice: number | null
  answer: IdentityAnswer | null
}

/** Hears a sentence where a thread stands. `unknowns`: how many before it nobody understood; after the second comes a person. */
export function eventOf(text: string, { state, unknowns, today }: { state: State; unknowns: number; today: LocalDate }): Heard {
  const understood = understand(text, today)
  const answer = state === 'asked_identity' ? readIdentityAnswer(text) : null
  const day = understood.day !== null && understood.day !== 'unclear' ? understood.day.day : null
  const event = saidIn(state, understood, answer !== null)
  return { event: event === 'unknown' && unknowns > 0 ? 'lost' : event, day, choice: understood.choice, answer }
}

function saidIn(state: State, understood: Understood, isAnswer: boolean): Said {
  const { intent } = understood
  if (intent === 'stop') return intent
  if (isAnswer) return 'identity'
  if (intent === 'promise') return promiseOn(understood)
  return intent === 'unknown' ? answerIn(state, understood) : intent
}

function promiseOn({ day }: Understood): Said {
  if (day === null) return 'promise'
  return day === 'unclear' ? 'day_unclear' : 'promise_on'
}

function answerIn(state: State, { day, choice }: Understood): Said {
  if (state === 'asked_reference') return 'reference'
  if (state === 'asked_day' && day !== null) return day === 'unclear' ? 'day_unclear' : 'day'
  if (choice === null) return 'unknown'
  if (state === 'asked_option') return 'choice'
  const chosen = MENU[choice - 1]
  return chosen ?? 'unknown'
}
