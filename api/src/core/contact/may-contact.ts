import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { capsReached } from './contact-caps.ts'
import { isContactHour, nextContactHour } from './contact-hours.ts'
import type { ContactAnswer, ContactChoice, ContactHold, ContactQuestion } from './types.ts'

const BY_PHONE: readonly Channel[] = ['sms', 'whatsapp', 'voice']
// WhatsApp's own rules ask for a yes before the first message.
const ASKS_FOR_YES: readonly Channel[] = ['whatsapp']
const STEPS = 40

/**
 * Whether a person may be reached now: by their own wishes first, then the caps, then the hours of the state's law (rule
 * `quiet-hours`). What is held says by which rule and the first instant at which it may go.
 */
export function mayContact(question: ContactQuestion): ContactAnswer {
  const [first] = holdsAt(question, question.now)
  return first ? { ok: false, rule: first.rule, until: freeFrom(question) } : { ok: true }
}

// Each hold ends by itself at some instant, or never: from end to end until none holds. A day of many ends in a few steps.
function freeFrom(question: ContactQuestion): Date | null {
  let at = question.now
  for (let step = 0; step < STEPS; step += 1) {
    const holds = holdsAt(question, at)
    if (holds.length === 0) return at
    if (holds.some(({ until }) => until === null)) return null
    at = new Date(Math.max(...holds.map(({ until }) => until!.getTime())))
  }
  return null
}

function holdsAt(question: ContactQuestion, at: Date): ContactHold[] {
  return [...wishesAt(question, at), ...capsReached(question, at), ...hoursAt(question, at)]
}

function wishesAt({ channel, purpose, choices, blocked }: ContactQuestion, at: Date): ContactHold[] {
  const standing = choices.filter((choice) => covers(choice.channel, channel) && covers(choice.purpose, purpose) && (choice.until === null || choice.until > at))
  const stops = standing.filter(({ wish }) => wish === 'stop').map(holdOf)
  const lacksYes = ASKS_FOR_YES.includes(channel) && !choices.some((choice) => choice.wish === 'allow' && choice.channel === channel && covers(choice.purpose, purpose))
  return [
    ...(blocked && BY_PHONE.includes(channel) ? [{ rule: 'block_list', until: null } as const] : []),
    ...(lacksYes ? [{ rule: 'no_opt_in', until: null } as const] : []),
    ...stops,
  ]
}

function holdOf({ until }: ContactChoice): ContactHold {
  return { rule: until === null ? 'opted_out' : 'paused', until }
}

function covers<W>(chosen: W | null, asked: W): boolean {
  return chosen === null || chosen === asked
}

function hoursAt(question: ContactQuestion, at: Date): ContactHold[] {
  return isContactHour(question, at) ? [] : [{ rule: 'quiet_hours', until: nextContactHour(question, at) }]
}
