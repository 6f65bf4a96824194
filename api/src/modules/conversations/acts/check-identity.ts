import { timingSafeEqual } from 'node:crypto'
import type { IdentityAnswer } from '../../../core/conversation/read-identity-answer.ts'
import type { Said } from '../../../core/conversation/machine.ts'
import type { Debtor } from '../../debtors/index.ts'
import type { ActResult, Turn } from '../turn.ts'

/** After so many answers that were not right somebody of the creditor's goes on; only they let it begin anew. */
const MOST_MISTAKES = 3
const STAYS_MINUTES = 30

/**
 * Holds a birth date and the last three digits of a CPF against the people on file with this number. More than one person whom
 * they fit is nobody. Who it is stays known for half an hour in this thread.
 */
export async function checkIdentity({ work, thread, people, heard }: Turn): Promise<ActResult> {
  const fitting = people.filter((person) => heard.answer !== null && fits(person, heard.answer))
  const [person] = fitting
  if (person && fitting.length === 1 && thread.mistakes < MOST_MISTAKES) {
    // Where several share a number, one's own answers buy no new guesses at another's.
    Object.assign(thread, { mistakes: people.length > 1 ? thread.mistakes : 0, identifiedDebtorId: person.id, identifiedUntil: new Date(work.clock.now().getTime() + STAYS_MINUTES * 60_000) })
    return 'identified'
  }
  thread.mistakes += 1
  return thread.mistakes < MOST_MISTAKES ? 'mistaken' : 'locked'
}

/** Goes on with what was wanted before it was asked who writes. */
export async function resume({ thread, heard }: Turn): Promise<ActResult> {
  const { pending } = thread
  thread.pending = null
  heard.day = pending?.day ?? heard.day
  return (pending?.event ?? 'menu') as Said
}

function fits({ birthDate, cpf }: Debtor, answer: IdentityAnswer): boolean {
  if (birthDate === null) return false
  return timingSafeEqual(Buffer.from(`${birthDate} ${cpf.slice(-3)}`), Buffer.from(`${answer.birthDate} ${answer.lastDigits}`))
}
