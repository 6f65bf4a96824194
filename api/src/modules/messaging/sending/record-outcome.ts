import type { Work } from '../../../platform/work.ts'
import { refuseByCarrier } from '../choices/refuse-by-carrier.ts'
import { endMessage, tellOf } from '../end-message.ts'
import { lockMessage, setMessage, type MessageKey, type MessageRecord } from '../messages.repository.ts'
import { markUnreachable } from './mark-unreachable.ts'
import type { CallOutcome } from './attempt.ts'
import { findAttempt, setAttempt, type AttemptRecord } from './attempts.repository.ts'
import { markDown, markUp, pauseLine } from './lines.repository.ts'
import { pauseAfter } from './sending.rules.ts'

type Of<K extends CallOutcome['kind']> = Extract<CallOutcome, { kind: K }>

/**
 * Writes down what a carrier answered. A receipt may have told it before; then the answer only says that the line is up. What is
 * known not to have gone is tried again or goes by the next channel; what is in doubt is asked for before anything else.
 */
export async function recordOutcome(work: Work, { key, attemptId, outcome }: { key: MessageKey; attemptId: string; outcome: CallOutcome }): Promise<void> {
  const message = await lockMessage(work.tx, key)
  const attempt = await findAttempt(work.tx, key.creditorId, attemptId)
  if (!message || !attempt) throw new Error(`the attempt ${attemptId} was not found`)
  if (attempt.status === 'sending' || attempt.status === 'in_doubt') await settle(work, message, attempt, outcome)
  if (outcome.kind === 'accepted' || outcome.kind === 'refused') await markUp(work.tx, attempt.line)
  if (outcome.kind === 'down') await markDown(work.tx, attempt.line, work.clock.now())
}

async function settle(work: Work, message: MessageRecord, attempt: AttemptRecord, outcome: CallOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'accepted': return accept(work, message, attempt, outcome)
    case 'refused': return refuse(work, message, attempt, outcome)
    case 'in_doubt': return doubt(work, message, attempt)
    case 'not_there': return tryLater(work, message, attempt, outcome)
    // That it could not be asked, or sent once more, says nothing of the time before.
    default: return attempt.status === 'in_doubt' ? doubt(work, message, attempt) : tryLater(work, message, attempt, outcome)
  }
}

async function accept(work: Work, message: MessageRecord, attempt: AttemptRecord, { providerMessageId }: Of<'accepted'>): Promise<void> {
  const now = work.clock.now()
  await setAttempt(work.tx, attempt, { status: 'accepted', providerMessageId, endedAt: now })
  await setMessage(work.tx, message, { status: 'sent', sentAt: now, dueAt: null, reason: null })
  await tellOf(work, message, 'sent')
}

async function refuse(work: Work, message: MessageRecord, attempt: AttemptRecord, { reason, badAddress }: Of<'refused'>): Promise<void> {
  await setAttempt(work.tx, attempt, { status: 'refused', counts: false, reason, endedAt: work.clock.now() })
  if (badAddress) await markUnreachable(work, attempt, reason)
  await refuseByCarrier(work, message, attempt, reason)
  await goOn(work, message, { channel: attempt.channel, reason, isAddress: badAddress })
}

/**
 * A channel is known not to have reached the person: the message goes on by the next one, or ends. A bad address alone does not
 * end a channel: there may be another browser, and an address that takes nothing is left out anyway.
 */
export async function goOn(work: Work, message: MessageRecord, { channel, reason, isAddress }: { channel: AttemptRecord['channel']; reason: string; isAddress: boolean }): Promise<void> {
  const now = work.clock.now()
  const failedChannels = isAddress ? message.failedChannels : [...message.failedChannels, channel]
  await setMessage(work.tx, message, { failedChannels })
  if (now > message.notAfter || message.channels.every((one) => failedChannels.includes(one))) return endMessage(work, message, { status: 'failed', reason })
  await setMessage(work.tx, message, { status: 'planned', dueAt: now, tries: 0, reason })
}

// Whether it went out will be asked for, or told.
async function doubt(work: Work, message: MessageRecord, attempt: AttemptRecord): Promise<void> {
  await setAttempt(work.tx, attempt, { status: 'in_doubt' })
  await setMessage(work.tx, message, { dueAt: pausedBy(work, message.tries) })
}

async function tryLater(work: Work, message: MessageRecord, attempt: AttemptRecord, outcome: Of<'busy' | 'down' | 'not_made' | 'not_there'>): Promise<void> {
  const asked = outcome.kind === 'busy' && outcome.retryAfterSeconds !== null ? new Date(work.clock.now().getTime() + outcome.retryAfterSeconds * 1_000) : null
  const paused = outcome.kind === 'not_made' || outcome.kind === 'not_there' ? work.clock.now() : pausedBy(work, message.tries)
  const dueAt = asked && asked > paused ? asked : paused
  await setAttempt(work.tx, attempt, { status: 'not_sent', counts: false, reason: outcome.kind, endedAt: work.clock.now() })
  await setMessage(work.tx, message, { status: 'planned', dueAt, reason: `carrier_${outcome.kind}` })
  if (asked) await pauseLine(work.tx, attempt.line, asked)
}

function pausedBy(work: Work, tries: number): Date {
  return new Date(work.clock.now().getTime() + pauseAfter(Math.max(tries, 1), Math.random()))
}
