import { and, asc, desc, eq, inArray, isNotNull, lt, notInArray } from 'drizzle-orm'
import type { Conversation } from '@repactua/shared/contract/conversations.ts'
import type { State } from '../../core/conversation/machine.ts'
import { conversations } from '../../platform/db/tables/conversations.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type ThreadRecord = typeof conversations.$inferSelect
export type ThreadKey = Pick<ThreadRecord, 'creditorId' | 'id'>

const ofId = ({ creditorId, id }: ThreadKey) => and(eq(conversations.creditorId, creditorId), eq(conversations.id, id))

/** The thread of an address at an account, made where there is none, and locked: messages of one person go one after another. */
export async function lockThreadOf(tx: Transaction, fresh: ThreadRecord): Promise<ThreadRecord> {
  const { creditorId, accountId, addressIndex } = fresh
  await tx.insert(conversations).values(fresh).onConflictDoNothing()
  const [thread] = await tx.select().from(conversations)
    .where(and(eq(conversations.creditorId, creditorId), eq(conversations.accountId, accountId), eq(conversations.addressIndex, addressIndex))).for('update')
  return thread!
}

export async function lockThread(tx: Transaction, key: ThreadKey): Promise<ThreadRecord | null> {
  const [thread] = await tx.select().from(conversations).where(ofId(key)).for('update')
  return thread ?? null
}

export async function findThread(tx: Transaction, key: ThreadKey): Promise<ThreadRecord | null> {
  const [thread] = await tx.select().from(conversations).where(ofId(key))
  return thread ?? null
}

export async function setThread(tx: Transaction, thread: ThreadRecord): Promise<void> {
  const { language, state, unknowns, mistakes, identifiedDebtorId, identifiedUntil, pending, lastPosition, heardAt, waitingSince, waitingFor, alarmedAt, claimedBy, claimedUntil } = thread
  await tx.update(conversations).set({ language, state, unknowns, mistakes, identifiedDebtorId, identifiedUntil, pending, lastPosition, heardAt, waitingSince, waitingFor, alarmedAt, claimedBy, claimedUntil }).where(ofId(thread))
}

const WITH_PEOPLE: State[] = ['waiting', 'with_person']

/** A creditor's threads, newest first, one more than the limit so that the caller knows of a next page. */
export function findThreads(tx: Transaction, creditorId: string, { status, limit, before }: { status?: Conversation['status'] | undefined; limit: number; before: string | null }): Promise<ThreadRecord[]> {
  const ofStatus = status === 'automatic' ? notInArray(conversations.state, WITH_PEOPLE) : status && eq(conversations.state, status)
  return tx.select().from(conversations)
    .where(and(eq(conversations.creditorId, creditorId), ofStatus, before === null ? undefined : lt(conversations.id, before))).orderBy(desc(conversations.id)).limit(limit + 1)
}

/** A creditor's threads in which somebody waits or is being answered, the longest first. */
export function waitingThreads(tx: Transaction, creditorId: string): Promise<ThreadRecord[]> {
  return tx.select().from(conversations)
    .where(and(eq(conversations.creditorId, creditorId), isNotNull(conversations.waitingSince), inArray(conversations.state, WITH_PEOPLE))).orderBy(asc(conversations.waitingSince))
}
