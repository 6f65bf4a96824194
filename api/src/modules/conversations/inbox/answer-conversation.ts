import type { AgentMessage } from '@repactua/shared/contract/conversations.ts'
import { checkWords } from '../../../core/messages/lint/check-words.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { addMessage } from '../add-message.ts'
import { setThread, type ThreadRecord } from '../threads.repository.ts'
import { mayWriteUntil } from '../window.ts'
import { takeFor } from './take-conversation.ts'

/**
 * An agent's own words, sent as they are; the machine is silent from then on. Refused while another agent has the thread, after
 * the person asked for no more messages, by WhatsApp 24 hours after their last one, and where they threaten, shame or hurry.
 */
export async function answerConversation(work: Work, id: string, { agent, text }: AgentMessage): Promise<void> {
  refuseHarsh(text)
  const thread = await takeFor(work, id, agent)
  refuseUnwanted(work, thread)
  const answered: ThreadRecord = { ...thread, state: 'with_person', waitingSince: null, alarmedAt: null }
  await addMessage(work, answered, { author: 'agent', agent, text: text.trim() })
  await setThread(work.tx, answered)
  const data = { conversationId: showId('conversation', id) }
  await recordChange(work, { creditorId: thread.creditorId, type: 'conversation.answered', subject: data.conversationId, data })
}

// The words of the house for every text; what stands on a locked screen is looked at in templates, that nobody has asked for.
function refuseHarsh(text: string): void {
  const found = checkWords('conversation-reply', [{ channel: 'whatsapp', pointer: '/text', text, exposed: 0 }], new Set()).filter(({ severity }) => severity === 'error')
  if (found.length === 0) return
  throw new AppError('message_template_refused', { errors: found.map(({ pointer, instead }) => ({ pointer, code: 'message_template_refused', message: instead })) })
}

function refuseUnwanted({ clock }: Work, thread: ThreadRecord): void {
  if (thread.state === 'stopped') throw new AppError('conversation_stopped')
  const until = mayWriteUntil(thread)
  if (until !== null && until <= clock.now()) throw new AppError('conversation_window_closed')
}
