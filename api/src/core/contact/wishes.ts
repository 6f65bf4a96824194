import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { ContactChoice, ContactHold, ContactQuestion } from './types.ts'

/** Channels whose own rules ask for a yes before the first message. */
export const ASKS_FOR_YES: readonly Channel[] = ['whatsapp']

/** What standing wishes hold of one channel and purpose: a yes that lacks, and each no. */
export function holdsOfWishes({ channel, purpose, choices }: Pick<ContactQuestion, 'channel' | 'purpose' | 'choices'>): ContactHold[] {
  const covering = choices.filter((choice) => covers(choice.channel, channel) && covers(choice.purpose, purpose))
  const lacksYes = ASKS_FOR_YES.includes(channel) && !covering.some((choice) => choice.wish === 'allow' && choice.channel === channel)
  return [...(lacksYes ? [{ rule: 'no_opt_in', until: null } as const] : []), ...covering.filter(({ wish }) => wish === 'stop').map(holdOf)]
}

function holdOf({ until }: ContactChoice): ContactHold {
  return { rule: until === null ? 'opted_out' : 'paused', until }
}

function covers<W>(chosen: W | null, asked: W): boolean {
  return chosen === null || chosen === asked
}
