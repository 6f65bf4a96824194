import { toGsm7 } from '../../../core/messages/gsm7.ts'
import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import type { Work } from '../../../platform/work.ts'
import { carrierFor, type ChannelContent, type Carrier, type SendOutcome } from '../../channels/index.ts'
import { setMessage, unsentOf, type MessageRecord } from '../messages.repository.ts'
import { lockThread } from '../threads.repository.ts'

const SYSTEM = { kind: 'system' } as const
/** A worker that was killed with a message in its hands has let go of it by then. */
const LET_GO_SECONDS = 60

interface Thread {
  creditorId: string
  conversationId: string
}

/**
 * The job `send-replies`: hands what a thread has to say to the carrier, one after another and each once. A carrier that is down
 * or busy is asked again with the job; what may have gone out is not sent twice.
 */
export async function sendReplies(desk: JobDesk, thread: Thread): Promise<void> {
  for (;;) {
    const message = await desk.platform.transact(SYSTEM, thread, (work) => takeNext(work, thread))
    if (!message) return
    const outcome = await send(desk, message)
    await desk.platform.transact(SYSTEM, thread, (work) => keep(work, message, outcome))
    if (outcome.kind === 'busy' || outcome.kind === 'down') throw new Error(`the carrier is ${outcome.kind}`)
  }
}

interface Taken extends MessageRecord {
  to: string
  text: string
  /** A worker before this one may have handed it over. */
  isDoubtful: boolean
}

// Under the thread's lock: of two workers one takes it, and the other leaves the thread to it.
async function takeNext(work: Work, { creditorId, conversationId }: Thread): Promise<Taken | null> {
  const thread = await lockThread(work.tx, { creditorId, id: conversationId })
  const [next] = thread ? await unsentOf(work.tx, thread) : []
  if (!thread || !next) return null
  const age = work.clock.now().getTime() - next.changedAt.getTime()
  if (next.status === 'sending' && age < LET_GO_SECONDS * 1_000) return null
  await setMessage(work.tx, { ...next, status: 'sending', changedAt: work.clock.now() })
  return { ...next, to: work.keys.open(thread.addressSealed), text: work.keys.open(next.textSealed), isDoubtful: next.status === 'sending' }
}

async function send(desk: JobDesk, message: Taken): Promise<SendOutcome> {
  const opened = await carrierFor(desk, message.creditorId, message.channel)
  if (!opened) return { kind: 'refused', reason: 'no_account', badAddress: false }
  const carrier = opened.carrier as Carrier<'sms' | 'whatsapp'>
  const outgoing = { attemptId: message.id, to: message.to, content: contentOf(message) }
  if (!message.isDoubtful) return carrier.send(outgoing)
  return (await carrier.find?.(outgoing)) ?? { kind: 'in_doubt' }
}

function contentOf({ channel, text }: Taken): ChannelContent['sms' | 'whatsapp'] {
  return channel === 'sms' ? { text: toGsm7(text) } : { templateName: null, language: 'pt_BR', parameters: [], text }
}

const STATUS_OF = { accepted: 'sent', refused: 'failed', busy: 'planned', down: 'planned', in_doubt: 'in_doubt' } as const satisfies Record<SendOutcome['kind'], MessageRecord['status']>

async function keep(work: Work, message: MessageRecord, outcome: SendOutcome): Promise<void> {
  const providerMessageId = outcome.kind === 'accepted' ? outcome.providerMessageId : null
  await setMessage(work.tx, { ...message, providerMessageId, status: STATUS_OF[outcome.kind], changedAt: work.clock.now() })
}
