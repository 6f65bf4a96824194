import { languageOf } from '../../core/conversation/language-of.ts'
import { eventOf } from '../../core/conversation/event-of.ts'
import type { Work } from '../../platform/work.ts'
import type { InboundMessage } from '../channels/index.ts'
import { findCreditor } from '../creditors/index.ts'
import { findDebtorsByPhone, phoneIndexOf } from '../debtors/index.ts'
import { addMessage } from './add-message.ts'
import { converse } from './converse.ts'
import { isTaken } from './messages.repository.ts'
import { lockThreadOf, setThread, type ThreadRecord } from './threads.repository.ts'

/**
 * Takes what a person wrote, once, and answers it in the same transaction: the answers go out when it commits. `site`: where
 * people sign in, without a slash at the end.
 */
export async function takeInbound(work: Work, inbound: InboundMessage, site: string): Promise<void> {
  const found = await lockThreadOf(work.tx, newThread(work, inbound))
  if (await isTaken(work.tx, inbound)) return
  const { creditorId, from, text } = inbound
  const thread: ThreadRecord = { ...found, heardAt: work.clock.now(), language: languageOf(text) ?? found.language }
  const heard = eventOf(text, { state: thread.state, unknowns: thread.unknowns, today: work.today })
  await addMessage(work, thread, { author: 'person', text, providerMessageId: inbound.providerMessageId, heard: heard.event })
  const people = await findDebtorsByPhone(work, creditorId, from)
  const creditor = (await findCreditor(work.tx, creditorId))!
  await converse({ work, creditor, site, thread, text, heard, people, values: {} })
  await setThread(work.tx, thread)
}

function newThread(work: Work, { creditorId, accountId, channel, from }: InboundMessage): ThreadRecord {
  const now = work.clock.now()
  return {
    creditorId, id: work.newId(), channel, accountId, addressIndex: phoneIndexOf(work.keys, from), addressSealed: work.keys.seal(from), language: 'pt', state: 'idle',
    unknowns: 0, mistakes: 0, identifiedDebtorId: null, identifiedUntil: null, pending: null, lastPosition: 0, heardAt: now, waitingSince: null, waitingFor: null,
    alarmedAt: null, claimedBy: null, claimedUntil: null, createdAt: now,
  }
}
