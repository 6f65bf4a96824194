import { CHANNELS, PURPOSES, type Channel, type Purpose } from '@repactua/shared/contract/messaging.ts'
import type { ContactCell } from '@repactua/shared/contract/contact-choices.ts'
import { ASKS_FOR_YES, holdsOfWishes } from '../../../core/contact/wishes.ts'
import type { ContactChoice } from '../../../core/contact/types.ts'

type Cell = Pick<ContactCell, 'channel' | 'purpose'>
/** A channel and a purpose; null is each of them. */
export type Scope = Pick<ContactChoice, 'channel' | 'purpose'>
type Wish = Scope & Pick<ContactChoice, 'wish'>

/** What has to end and what to begin, so that a choice counts. */
export interface ChoicePlan<W> {
  ends: W[]
  begins: Wish[]
}

/** What counts of each channel and purpose today, by wishes without an end: a pause is told apart from them. */
export function cellsOf(channels: readonly Channel[], wishes: readonly ContactChoice[]): ContactCell[] {
  const lasting = wishes.filter(({ until }) => until === null)
  return cells(channels).map((cell) => ({ ...cell, allowed: holdsOfWishes({ ...cell, choices: lasting }).length === 0 }))
}

/**
 * How wishes become a new choice for a channel and a purpose; null is each of them. A wish that was wider is ended and begun again
 * for the rest of what it covered, so that nothing else changes.
 */
export function planChoice<W extends ContactChoice>(wishes: readonly W[], { allowed, ...scope }: Scope & { allowed: boolean }): ChoicePlan<W> {
  const stops = wishes.filter(({ wish }) => wish === 'stop')
  if (!allowed) return { ends: [], begins: stops.some((stop) => covers(stop, scope)) ? [] : [{ wish: 'stop', ...scope }] }
  const ends = stops.filter((stop) => meets(stop, scope))
  const rest = stops.filter((stop) => !ends.includes(stop))
  const lost = cells(CHANNELS).filter((cell) => !covers(scope, cell) && ends.some((stop) => covers(stop, cell)) && !rest.some((stop) => covers(stop, cell)))
  return { ends, begins: [...lost.map((cell) => ({ wish: 'stop', ...cell }) as const), ...askedYes(wishes, scope)] }
}

/** Whether two wishes have a channel and a purpose in common. */
export function meets(a: Scope, b: Scope): boolean {
  return (a.channel === null || b.channel === null || a.channel === b.channel) && (a.purpose === null || b.purpose === null || a.purpose === b.purpose)
}

/** What counts of each channel and purpose now, and when one that is off opens by itself. */
export function standingCellsOf(wishes: readonly ContactChoice[]): (ContactCell & { until: Date | null })[] {
  return cells(CHANNELS).map((cell) => {
    const ends = holdsOfWishes({ ...cell, choices: wishes }).map(({ until }) => until?.getTime() ?? Infinity)
    const last = Math.max(...ends)
    return { ...cell, allowed: ends.length === 0, until: Number.isFinite(last) ? new Date(last) : null }
  })
}

// WhatsApp needs a yes that was given to it by name; elsewhere nothing is needed but that nobody said no.
function askedYes(wishes: readonly ContactChoice[], scope: Scope): Wish[] {
  const isGiven = wishes.some((wish) => wish.wish === 'allow' && wish.channel === scope.channel && covers(wish, scope))
  return scope.channel !== null && ASKS_FOR_YES.includes(scope.channel) && !isGiven ? [{ wish: 'allow', ...scope }] : []
}

function cells(channels: readonly Channel[]): Cell[] {
  return channels.flatMap((channel) => PURPOSES.map((purpose: Purpose) => ({ channel, purpose })))
}

function covers(wish: Scope, asked: Scope): boolean {
  return (wish.channel === null || wish.channel === asked.channel) && (wish.purpose === null || wish.purpose === asked.purpose)
}
