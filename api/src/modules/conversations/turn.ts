import type { Heard } from '../../core/conversation/event-of.ts'
import type { Known } from '../../core/conversation/machine.ts'
import type { Outcome, Said } from '../../core/conversation/machine.ts'
import type { Work } from '../../platform/work.ts'
import type { CreditorRecord } from '../creditors/index.ts'
import type { Debtor } from '../debtors/index.ts'
import type { ThreadRecord } from './threads.repository.ts'

/** One sentence and what is known around it. The acts change `thread` and `values`; the machine's table says what comes of it. */
export interface Turn {
  work: Work
  creditor: CreditorRecord
  /** Where people sign in, without a slash at the end. */
  site: string
  thread: ThreadRecord
  text: string
  heard: Heard
  /** The people on file with this number; none of them is proven. */
  people: Debtor[]
  /** What the replies are filled with. */
  values: Record<string, string>
}

/** What an act has found out, as the next event; null where its step's own reply stands. `resume` goes on with what was asked before. */
export type ActResult = Outcome | Said | null

/** Who has shown, not longer ago than half an hour, that it is they who write; null where nobody has. */
export function identifiedIn({ work, thread, people }: Turn): Debtor | null {
  if (thread.identifiedUntil === null || thread.identifiedUntil <= work.clock.now()) return null
  return people.find(({ id }) => id === thread.identifiedDebtorId) ?? null
}

export function knownIn(turn: Turn): Known {
  const { people, creditor, thread } = turn
  return {
    numberOnFile: people.length > 0,
    identified: identifiedIn(turn) !== null,
    tellsAmounts: creditor.tellsBalances && thread.channel === 'whatsapp',
    canIdentify: people.some(({ birthDate }) => birthDate !== null),
  }
}

/** The person who has shown who they are; the machine takes no step here without. */
export function personIn(turn: Turn): Debtor {
  const person = identifiedIn(turn)
  if (!person) throw new Error('a step that needs identity was taken without')
  return person
}
