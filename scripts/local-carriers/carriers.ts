import { randomBytes } from 'node:crypto'
import type { Clock } from '@repactua/api/platform/clock.ts'
import { quietFaults, type Faults } from './faults/faults.ts'
import type { CarriersState, Message } from './state.ts'
import type { Notice } from './webhooks/notice.ts'

/** The carriers as their rooms see them. */
export interface Carriers {
  state: CarriersState
  clock: Clock
  faults: Faults
  /** News on their way to customers. */
  notices: Notice[]
  /** The mail catcher's page; null where there is none. */
  mailUrl: string | null
  /** Begins to say yes or no to a template by itself, as in the demo; otherwise only on a tester's word. */
  reviews: boolean
  /** The state changed: it is to be kept. */
  touch(): void
}

/** More than a page shows, and no more than a day of trying things out needs. */
const MOST_MESSAGES = 20_000

export function makeCarriers(parts: Pick<Carriers, 'state' | 'clock' | 'mailUrl' | 'reviews' | 'touch'>): Carriers {
  return { ...parts, faults: quietFaults(), notices: [] }
}

/** Writes a message down; the oldest make room. */
export function addMessage({ state, clock, touch }: Carriers, message: Omit<Message, 'at'>): Message {
  const added = { ...message, at: clock.now().toISOString() }
  state.messages.push(added)
  if (state.messages.length > MOST_MESSAGES) state.messages.splice(0, state.messages.length - MOST_MESSAGES)
  touch()
  return added
}

/** An id as providers give them: what it begins with, then letters and digits by chance. */
export function newId(prefix: string, bytes = 16): string {
  return prefix + randomBytes(bytes).toString('hex')
}
