import type { ConversationQuery } from '@repactua/shared/contract/conversations.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findDebtorsByPhone } from '../../debtors/index.ts'
import { messagesOf, type MessageRecord } from '../messages.repository.ts'
import { findThread, findThreads, type ThreadRecord } from '../threads.repository.ts'

const PAGE = 50

/** A thread as the creditor's people see it. */
export interface ThreadView {
  thread: ThreadRecord
  /** E.164; shown masked. */
  address: string
  debtorIds: string[]
}

/** A page of the creditor's threads, newest first. */
export async function listConversations(work: Work, { status, limit = PAGE, cursor }: ConversationQuery): Promise<Page<ThreadView>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  const { rows, nextCursor } = pageOf(await findThreads(work.tx, creditorOf(work), { status, limit, before }), limit)
  const views: ThreadView[] = []
  for (const thread of rows) views.push(await viewOf(work, thread))
  return { rows: views, nextCursor }
}

/** One thread with all that was said in it. */
export async function readConversation(work: Work, id: string): Promise<ThreadView & { messages: MessageRecord[] }> {
  const thread = await findThread(work.tx, { creditorId: creditorOf(work), id })
  if (!thread) throw new AppError('not_found')
  return { ...(await viewOf(work, thread)), messages: await messagesOf(work.tx, thread) }
}

async function viewOf(work: Work, thread: ThreadRecord): Promise<ThreadView> {
  const address = work.keys.open(thread.addressSealed)
  const people = await findDebtorsByPhone(work, thread.creditorId, address)
  return { thread, address, debtorIds: people.map(({ id }) => id) }
}
