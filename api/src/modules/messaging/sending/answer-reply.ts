import type { Work } from '../../../platform/work.ts'
import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { findTemplate } from '../../templates/index.ts'
import { endMessage } from '../end-message.ts'
import { addressOf } from '../reach/address.ts'
import { begin, placeOn, type ReadyAttempt, type Step } from './attempt.ts'
import { writeContent } from './write-content.ts'

/** An answer to who wrote goes by the same channel to the same address, at any hour: it is what the person waits for. */
export async function answerReply(work: Work, step: Step): Promise<ReadyAttempt | null> {
  const { desk, message, carriers } = step
  const channel: Channel = message.channels[0]!
  const [open, template] = [carriers.get(channel), await findTemplate(work.tx, message.creditorId, message.templateKey)]
  if (!open || !template || message.failedChannels.includes(channel)) {
    await endMessage(work, message, { status: 'failed', reason: message.reason ?? 'no_account' })
    return null
  }
  const sendAt = await placeOn(work, message, open)
  if (!sendAt) return null
  const address = addressOf(work.keys, channel, work.keys.open(message.replyToSealed!))
  const { content, code } = await writeContent(work, { message, template, channel, firstName: '', publicUrl: desk.platform.publicUrl })
  return begin(work, step, { channel, address, content, sendAt, code })
}
