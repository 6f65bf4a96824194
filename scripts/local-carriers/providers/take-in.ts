import { addMessage, type Carriers } from '../carriers.ts'
import type { Answer } from '../doors/ask.ts'
import { takeFault, type RequestFault } from '../faults/faults.ts'
import type { Message } from '../state.ts'
import { turnMessage } from '../webhooks/tell.ts'

/** How one provider words what goes wrong. */
export interface Words {
  tooMany: Answer
  refused(code: number): Answer
  /** The code by which a number is refused at once, and the one that its failure is told by later. */
  badNumber: number
  unreachable: number
}

/** Takes a message in as its provider would, faults and all; `answer` is what a success says. */
export function takeIn(carriers: Carriers, wanted: Omit<Message, 'at' | 'status' | 'direction'>, words: Words, answer: Answer): Answer {
  const fault = takeFault(carriers.faults, wanted.provider)
  const refused = fault ? refusalOf(fault, words) : null
  if (refused) return refused
  if (isTooFast(carriers)) return words.tooMany
  if (carriers.faults.badNumbers.includes(wanted.phone)) return words.refused(words.badNumber)
  const message = addMessage(carriers, { ...wanted, direction: 'out', status: 'accepted' })
  deliver(carriers, message, words)
  return fault?.kind === 'lost_answer' ? { ...answer, isLost: true } : answer
}

function refusalOf({ kind, code = 0 }: RequestFault, words: Words): Answer | null {
  if (kind === 'too_many') return words.tooMany
  if (kind === 'unavailable') return { status: 503, headers: { 'retry-after': '1' } }
  if (kind === 'broken') return { status: 500 }
  return kind === 'refused' ? words.refused(code) : null
}

function deliver(carriers: Carriers, message: Message, { unreachable }: Words): void {
  if (message.provider === 'push') return
  if (message.channel !== 'voice') turnMessage(carriers, message, 'sent')
  if (carriers.faults.unreachable.includes(message.phone)) turnMessage(carriers, message, 'failed', unreachable)
  else turnMessage(carriers, message, 'delivered')
}

const lately = new WeakMap<Carriers, { second: number; count: number }>()

function isTooFast(carriers: Carriers): boolean {
  const { perSecond } = carriers.faults
  if (perSecond === null) return false
  const second = Math.floor(performance.now() / 1_000)
  const window = lately.get(carriers)
  const count = window?.second === second ? window.count + 1 : 1
  lately.set(carriers, { second, count })
  return count > perSecond
}
