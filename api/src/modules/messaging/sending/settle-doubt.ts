import type { Work } from '../../../platform/work.ts'
import { isContactHour } from '../../../core/contact/contact-hours.ts'
import { findDebtor } from '../../debtors/index.ts'
import { endMessage } from '../end-message.ts'
import { askedOf, setMessage, type MessageRecord } from '../messages.repository.ts'
import { placeOn, type ReadyAttempt, type Step } from './attempt.ts'
import { attemptsOf, setAttempt, type AttemptRecord } from './attempts.repository.ts'
import { openContent } from './evidence.ts'
import { LEASE_MS, pauseAfter } from './sending.rules.ts'

/**
 * A message whose last attempt nobody knows the end of: its worker died, or no answer came. Where the carrier can tell, it is
 * asked. A mail goes out once more under the same Message-ID, so that it is one. Otherwise the receipt tells, and the message is
 * not sent by anything else: two of one step would be worse than none.
 */
export async function settleDoubt(work: Work, step: Step): Promise<ReadyAttempt | null> {
  const { message, carriers } = step
  const [attempt] = await attemptsOf(work.tx, message)
  if (!attempt) throw new Error(`message ${message.id} is being sent by no attempt`)
  if (attempt.status === 'sending') await setAttempt(work.tx, attempt, { status: 'in_doubt' })
  if (work.clock.now() > message.notAfter) return giveUp(work, message)
  const open = carriers.get(attempt.channel)
  const outgoing = { ...openContent(work.keys, attempt), to: work.keys.open(attempt.addressSealed), attemptId: attempt.id }
  if (!open || (!open.carrier.find && attempt.channel !== 'email')) return waitForReceipt(work, message)
  if (open.carrier.find) {
    await lease(work, message)
    return { carrier: open.carrier, outgoing, sendAt: work.clock.now(), isLookUp: true }
  }
  if (!(await mayGoAgain(work, step, attempt))) return waitForReceipt(work, message)
  const sendAt = await placeOn(work, message, open)
  if (!sendAt) return null
  await lease(work, message)
  return { carrier: open.carrier, outgoing, sendAt, isLookUp: false }
}

async function giveUp(work: Work, message: MessageRecord): Promise<null> {
  await endMessage(work, message, { status: 'failed', reason: 'in_doubt' })
  return null
}

async function waitForReceipt(work: Work, message: MessageRecord): Promise<null> {
  const tries = message.tries + 1
  const next = new Date(work.clock.now().getTime() + LEASE_MS + pauseAfter(tries, Math.random()))
  const last = new Date(message.notAfter.getTime() + 1)
  await setMessage(work.tx, message, { tries, dueAt: next < last ? next : last })
  return null
}

async function lease(work: Work, message: MessageRecord): Promise<void> {
  await setMessage(work.tx, message, { tries: message.tries + 1, dueAt: new Date(work.clock.now().getTime() + LEASE_MS) })
}

// It has its place among the caps already; the hours and whether it is wanted may have changed since.
async function mayGoAgain(work: Work, { desk, message }: Step, { channel }: AttemptRecord): Promise<boolean> {
  const debtor = await findDebtor(work, message.creditorId, message.debtorId)
  return isContactHour({ channel, state: debtor!.state, city: debtor!.city }, work.clock.now()) && (await desk.stillWanted(work, [askedOf(message)])).size === 0
}
