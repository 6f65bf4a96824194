import { forget, forgetAll, recall, remember } from './tab-memory.ts'

/** How a session ended: by itself, by the person's choice, or it was never there. */
export type SessionEnd = 'expired' | 'signed_out' | 'absent'
/** What leads a person to the front door: an end of a session, or a message's link, in time or not. */
export type Arrival = SessionEnd | 'message' | 'old_message'

const RETURN_TO = 'repactua.return-to'
const otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('repactua-session')
const listeners = new Set<(end: SessionEnd) => void>()
let live = false
let lastContactAt = 0

otherTabs?.addEventListener('message', () => {
  tell('signed_out')
})

/** Every answer of the API moves the idle limit, so the warning counts from the last one. */
export function noteContact(): void {
  lastContactAt = Date.now()
}

/** Whole seconds until the session ends for want of use. */
export function idleSecondsLeft(idleSeconds: number): number {
  return Math.ceil(idleSeconds - (Date.now() - lastContactAt) / 1000)
}

export function markSignedIn(): void {
  live = true
}

/** The API no longer knows the cookie's session. */
export function markEnded(): void {
  tell(live ? 'expired' : 'absent')
}

/** The person left; the other tabs of this browser leave too. */
export function markSignedOut(): void {
  otherTabs?.postMessage('signed_out')
  tell('signed_out')
}

export function onSessionEnd(listener: (end: SessionEnd) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps where the person was going (an address holds ids only), for after the next sign-in. */
export function keepReturnTo(path: string): void {
  remember(RETURN_TO, path)
}

/** Gives that address once, and only if it lies inside the portal. */
export function takeReturnTo(): string | null {
  const path = recall<string>(RETURN_TO)
  forget(RETURN_TO)
  return path && /^\/[a-z]/.test(path) ? path : null
}

function tell(end: SessionEnd): void {
  live = false
  if (end === 'signed_out') forgetAll()
  for (const listener of listeners) listener(end)
}
