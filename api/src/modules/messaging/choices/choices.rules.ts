import { CHANNELS, PURPOSES, type Channel, type Purpose } from '@repactua/shared/contract/messaging.ts'
import type { ContactCell } from '@repactua/shared/contract/contact-choices.ts'
import { holdsOfWishes } from '../../../core/contact/wishes.ts'
import type { ContactChoice } from '../../../core/contact/types.ts'

type Cell = Pick<ContactCell, 'channel' | 'purpose'>
type Wish = Pick<ContactChoice, 'wish' | 'channel' | 'purpose'>

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
 * How a person's wishes become a new choice for one channel and purpose. A wish that was wider is ended and begun again for the
 * rest of what it covered, so that nothing else changes.
 */
export function planChoice<W extends ContactChoice>(wishes: readonly W[], { channel, purpose, allowed }: ContactCell): ChoicePlan<W> {
  const stops = wishes.filter(({ wish }) => wish === 'stop')
  const covering = stops.filter((stop) => covers(stop, { channel, purpose }))
  if (!allowed) return { ends: [], begins: covering.length > 0 ? [] : [{ wish: 'stop', channel, purpose }] }
  const rest = stops.filter((stop) => !covering.includes(stop))
  const lost = cells(CHANNELS).filter((cell) => !isSame(cell, { channel, purpose }) && covering.some((stop) => covers(stop, cell)) && !rest.some((stop) => covers(stop, cell)))
  return { ends: covering, begins: [...lost.map((cell) => ({ wish: 'stop', ...cell }) as const), ...askedYes(wishes, { channel, purpose })] }
}

// WhatsApp needs a yes that was given; elsewhere nothing is needed but that nobody said no.
function askedYes(wishes: readonly ContactChoice[], cell: Cell): Wish[] {
  const lacks = holdsOfWishes({ ...cell, choices: wishes.filter(({ wish }) => wish === 'allow') }).length > 0
  return lacks ? [{ wish: 'allow', ...cell }] : []
}

function cells(channels: readonly Channel[]): Cell[] {
  return channels.flatMap((channel) => PURPOSES.map((purpose: Purpose) => ({ channel, purpose })))
}

function covers(wish: Wish, { channel, purpose }: Cell): boolean {
  return (wish.channel === null || wish.channel === channel) && (wish.purpose === null || wish.purpose === purpose)
}

function isSame(a: Cell, b: Cell): boolean {
  return a.channel === b.channel && a.purpose === b.purpose
}
