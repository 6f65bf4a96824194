import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { Work } from '../../../platform/work.ts'
import { channelsOf, findTemplate, type MessageTemplate } from '../../templates/index.ts'
import { endMessage } from '../end-message.ts'
import { askedOf, lockMessage, setMessage, type MessageKey, type MessageRecord } from '../messages.repository.ts'
import { findAddressee, type Addressee } from '../reach/find-addressee.ts'
import { weighWays } from '../reach/weigh-ways.ts'
import { begin, placeOn, type ReadyAttempt, type Step } from './attempt.ts'
import type { OpenCarriers, SendingDesk } from './sending-desk.ts'
import { chooseCourse } from './sending.rules.ts'
import { settleDoubt } from './settle-doubt.ts'
import { LANGUAGE, writeContent } from './write-content.ts'

/**
 * Decides about one message under its lock, and writes down the attempt before anybody calls. All is asked anew at this moment:
 * whether it is still wanted, the person's wishes, hours and caps, the address, the line. Null where nothing is to be called now.
 */
export async function startAttempt(desk: SendingDesk, work: Work, { key, carriers }: { key: MessageKey; carriers: OpenCarriers }): Promise<ReadyAttempt | null> {
  const message = await lockMessage(work.tx, key)
  if (!message || message.dueAt === null) return null
  const step = { desk, message, carriers }
  if (message.status === 'sending') return settleDoubt(work, step)
  if (work.clock.now() > message.notAfter) return ended(endMessage(work, message, { status: 'expired', reason: message.reason ?? 'too_late' }))
  const unwanted = (await desk.stillWanted(work, [askedOf(message)])).get(message.id)
  if (unwanted !== undefined) return ended(endMessage(work, message, { status: 'cancelled', reason: unwanted }))
  return takeCourse(work, step)
}

async function takeCourse(work: Work, step: Step): Promise<ReadyAttempt | null> {
  const { message } = step
  const template = await findTemplate(work.tx, message.creditorId, message.templateKey)
  if (!template) return ended(endMessage(work, message, { status: 'failed', reason: 'template_missing' }))
  const addressee = await findAddressee(work, message)
  const channels = message.channels.filter((channel) => !message.failedChannels.includes(channel) && channelsOf(template, LANGUAGE).includes(channel))
  const course = chooseCourse(await weighWays(work, { message, addressee, channels, carriers: step.carriers }), { now: work.clock.now(), notAfter: message.notAfter, tries: message.tries })
  if (course.kind === 'wait') return ended(hold(work, message, course))
  if (course.kind === 'none') return ended(giveUp(work, message, course.rule))
  return open(work, step, { template, addressee, channel: course.channel })
}

async function hold(work: Work, message: MessageRecord, { until, rule }: { until: Date; rule: string }): Promise<void> {
  await setMessage(work.tx, message, { status: 'held', dueAt: until, reason: rule })
}

async function giveUp(work: Work, message: MessageRecord, rule: string | null): Promise<void> {
  if (rule === null) return endMessage(work, message, { status: 'failed', reason: message.reason ?? 'no_address' })
  await endMessage(work, message, { status: 'cancelled', reason: rule })
}

async function open(work: Work, step: Step, { template, addressee, channel }: { template: MessageTemplate; addressee: Addressee; channel: Channel }): Promise<ReadyAttempt | null> {
  const { desk, message, carriers } = step
  const sendAt = await placeOn(work, message, carriers.get(channel)!)
  if (sendAt === null) return null
  const { content, code } = await writeContent(work, { message, template, channel, firstName: addressee.firstName, publicUrl: desk.platform.publicUrl })
  return begin(work, step, { channel, address: addressee.addresses.get(channel)!, content, sendAt, code })
}

async function ended(work: Promise<void>): Promise<null> {
  await work
  return null
}
