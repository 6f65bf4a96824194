import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { lockThread, setThread, type ThreadRecord } from '../threads.repository.ts'

const CLAIM_MINUTES = 15

/** An agent takes a conversation, for a quarter of an hour from each act. Refused while another one has it. */
export async function claimConversation(work: Work, id: string, agent: string): Promise<void> {
  await setThread(work.tx, await takeFor(work, id, agent))
}

/** The thread, locked and this agent's; not kept yet. */
export async function takeFor(work: Work, id: string, agent: string): Promise<ThreadRecord> {
  const thread = await lockThread(work.tx, { creditorId: creditorOf(work), id })
  if (!thread) throw new AppError('not_found')
  const now = work.clock.now()
  const isAnothers = thread.claimedBy !== null && thread.claimedBy !== agent && thread.claimedUntil !== null && thread.claimedUntil > now
  if (isAnothers) throw new AppError('conversation_claimed')
  return { ...thread, claimedBy: agent, claimedUntil: new Date(now.getTime() + CLAIM_MINUTES * 60_000) }
}
