import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../../core/result.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const CHALLENGE_LIFE_MS = 5 * MINUTE
export const CHALLENGE_QUOTA_WINDOW_MS = DAY
export const SPRAY_WINDOW_MS = HOUR
export const FAILED_CODES_KEPT_MS = DAY
export const SESSION_IDLE_MS = 15 * MINUTE
export const SESSION_LIFE_MS = 8 * HOUR
/** A session's last sight is written at most this often, to spare a write per request. */
export const SIGHT_GRAIN_MS = 30 * SECOND

const CHALLENGES_PER_DAY = 5
// A bound on guessing one person's code from many networks, or with one session for many agreements: it ends with the
// day, and a session that is open stays.
const CHALLENGES_PER_DAY_IN_ALL = 20
const TRIES_PER_CHALLENGE = 3
const FAILED_CODES_PER_HOUR = 20
const PAUSES_MS = [30 * SECOND, 60 * SECOND, 120 * SECOND]

export interface Wait {
  code: ErrorCode
  until: Date
}

/**
 * How long to wait for the next code, given the instants, newest first, of the day's codes that nobody has used:
 * 30, 60, then 120 seconds between them, and five a day. Null where none was asked for.
 */
export function waitAfter(openedAt: readonly Date[]): Wait | null {
  const [newest] = openedAt
  if (!newest) return null
  const fifth = openedAt[CHALLENGES_PER_DAY - 1]
  if (fifth) return { code: 'too_many_requests', until: later(fifth, CHALLENGE_QUOTA_WINDOW_MS) }
  return { code: 'resend_too_soon', until: later(newest, PAUSES_MS[Math.min(openedAt.length, PAUSES_MS.length) - 1]!) }
}

/** The same over all networks and agreements: twenty codes a day for one CPF and purpose. */
export function waitInAll(openedAt: readonly Date[]): Wait | null {
  const last = openedAt[CHALLENGES_PER_DAY_IN_ALL - 1]
  return last ? { code: 'too_many_requests', until: later(last, CHALLENGE_QUOTA_WINDOW_MS) } : null
}

/** Whether a wait still lasts, and the whole seconds that are left of it. */
export function refuseEarly(wait: Wait | null, now: Date): Result<null, { code: ErrorCode; retryAfterSeconds: number }> {
  if (!wait || wait.until <= now) return ok(null)
  return err({ code: wait.code, retryAfterSeconds: secondsUntil(wait.until, now) })
}

/** Whether a network has sent so many wrong codes within the hour that it must wait: `failedAt` is newest first. */
export function refuseSpray(failedAt: readonly Date[], now: Date): Result<null, { code: ErrorCode; retryAfterSeconds: number }> {
  const earliest = failedAt[FAILED_CODES_PER_HOUR - 1]
  if (!earliest) return ok(null)
  return refuseEarly({ code: 'too_many_requests', until: later(earliest, SPRAY_WINDOW_MS) }, now)
}

export interface ChallengeState {
  attempts: number
  expiresAt: Date
  usedAt: Date | null
  replacedAt: Date | null
}

/** Whether a challenge can still be answered. A newer code ends the older, like its time does. */
export function checkUsable(challenge: ChallengeState, now: Date): Result<null, ErrorCode> {
  if (challenge.usedAt) return err('code_used')
  if (challenge.replacedAt || challenge.expiresAt <= now) return err('code_expired')
  return challenge.attempts >= TRIES_PER_CHALLENGE ? err('code_attempts_exceeded') : ok(null)
}

export interface SessionState {
  lastSeenAt: Date
  expiresAt: Date
  endedAt: Date | null
}

/** Whether a session still lets its holder in. */
export function isAlive(session: SessionState, now: Date): boolean {
  return session.endedAt === null && idleEnd(session) > now && session.expiresAt > now
}

/** When a session ends if its holder does nothing more. */
export function idleEnd({ lastSeenAt, expiresAt }: Pick<SessionState, 'lastSeenAt' | 'expiresAt'>): Date {
  const idle = later(lastSeenAt, SESSION_IDLE_MS)
  return idle < expiresAt ? idle : expiresAt
}

export function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds)
}

function secondsUntil(instant: Date, now: Date): number {
  return Math.ceil((instant.getTime() - now.getTime()) / SECOND)
}
