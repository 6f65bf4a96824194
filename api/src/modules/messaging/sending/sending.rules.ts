import type { Channel, ContactRule } from '@repactua/shared/contract/messaging.ts'
import type { ContactAnswer } from '../../../core/contact/types.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** How long a worker has a message to itself: it dies, and another one looks after it. */
export const LEASE_MS = 2 * MINUTE
/** A call that has not begun by then is not made: the lease may be somebody else's. */
export const STALE_MS = MINUTE
/** How far ahead of now a line's next place may lie for a worker to wait for it. */
export const AHEAD_MS = 2 * SECOND
/** After so many failures in a row a line is closed, at first for half a minute. */
export const BREAKER_FAILURES = 5
/** How long one message has to try a line that was closed. */
export const PROBE_MS = 30 * SECOND
/** A line that has been down for so long is gone around, by the message's next channel. */
const DOWN_FOR_LONG_MS = 15 * MINUTE
const LONGEST_PAUSE_MS = 30 * MINUTE
const FIRST_PAUSE_MS = 15 * SECOND
const LONGEST_CLOSED_MS = 10 * MINUTE

/** One of a message's channels as it stands now. Absent ones have no address, no text, no account. */
export interface Way {
  channel: Channel
  answer: ContactAnswer
  line: { downSince: Date | null; closedUntil: Date | null }
}

export type Course =
  | { kind: 'send'; channel: Channel }
  | { kind: 'wait'; until: Date; rule: ContactRule | 'line_down' }
  /** By none of its channels, ever: by what the person wished, or because there is none. */
  | { kind: 'none'; rule: ContactRule | null }

/**
 * Which way a message takes. The first channel that may ever take it decides: it goes by that, or waits for it within its time.
 * A line that has been down for long is passed over while another channel is left: always while it is closed, and by a message
 * that has tried (`tries`) even when it might be tried again; others try it.
 */
export function chooseCourse(ways: readonly Way[], { now, notAfter, tries }: { now: Date; notAfter: Date; tries: number }): Course {
  const open = ways.filter(({ answer }) => answer.ok || (answer.until !== null && answer.until <= notAfter))
  const up = open.filter(({ line }) => !isGoneAround(line, { now, tries }))
  const way = up[0] ?? open[0]
  if (way) return courseOf(way, now)
  const [held] = ways
  if (held === undefined || held.answer.ok) return { kind: 'none', rule: null }
  const everFree = ways.some(({ answer }) => !answer.ok && answer.until !== null)
  return everFree ? { kind: 'wait', until: new Date(notAfter.getTime() + 1), rule: held.answer.rule } : { kind: 'none', rule: held.answer.rule }
}

function courseOf({ channel, answer, line }: Way, now: Date): Course {
  if (!answer.ok) return { kind: 'wait', until: answer.until!, rule: answer.rule }
  if (line.closedUntil !== null && line.closedUntil > now) return { kind: 'wait', until: line.closedUntil, rule: 'line_down' }
  return { kind: 'send', channel }
}

function isGoneAround({ downSince, closedUntil }: Way['line'], { now, tries }: { now: Date; tries: number }): boolean {
  const isClosed = closedUntil !== null && closedUntil > now
  return downSince !== null && now.getTime() - downSince.getTime() >= DOWN_FOR_LONG_MS && (isClosed || tries > 0)
}

/** How long to wait after the `tries`th try, from a quarter of a minute to half an hour, up to a fifth longer by `jitter` (0 to 1). */
export function pauseAfter(tries: number, jitter: number): number {
  return Math.round(Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20), LONGEST_PAUSE_MS) * (1 + jitter / 5))
}

/** Until when a line is closed after so many failures in a row; null where it stays open. */
export function closedAfter(failures: number, now: Date): Date | null {
  if (failures < BREAKER_FAILURES) return null
  return new Date(now.getTime() + Math.min(PROBE_MS * 2 ** Math.min(failures - BREAKER_FAILURES, 20), LONGEST_CLOSED_MS))
}
