import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { capsReached } from './contact-caps.ts'
import { isContactHour, nextContactHour } from './contact-hours.ts'
import type { ContactAnswer, ContactHold, ContactQuestion } from './types.ts'
import { holdsOfWishes } from './wishes.ts'

const BY_PHONE: readonly Channel[] = ['sms', 'whatsapp', 'voice']
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
  const standing = choices.filter(({ until }) => until === null || until > at)
  return [...(blocked && BY_PHONE.includes(channel) ? [{ rule: 'block_list', until: null } as const] : []), ...holdsOfWishes({ channel, purpose, choices: standing })]
}

function hoursAt(question: ContactQuestion, at: Date): ContactHold[] {
  return isContactHour(question, at) ? [] : [{ rule: 'quiet_hours', until: nextContactHour(question, at) }]
}
