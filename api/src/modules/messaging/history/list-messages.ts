import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { MessageQuery } from '@repactua/shared/contract/messages.ts'
import { endOfDay } from '../../../platform/clock.ts'
import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { firstUuidAt, readId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import type { MessageRecord } from '../messages.repository.ts'
import { externalIdsOf, findDebtOfMessages, listMessageRows, type MessageFilter } from './history.repository.ts'

const USUAL_LIMIT = 50

/** A message with the creditor's own ids of the debts that it is about. */
export type ListedMessage = MessageRecord & { debtExternalIds: string[] }

/** A page of the creditor's messages, newest first. */
export async function listMessages(work: Work, { debtExternalId, limit = USUAL_LIMIT, ...query }: MessageQuery): Promise<Page<ListedMessage>> {
  const debt = debtExternalId === undefined ? undefined : await findDebtOfMessages(work.tx, creditorOf(work), debtExternalId)
  if (debt === null) return { rows: [], nextCursor: null }
  const { rows, nextCursor } = pageOf(await listMessageRows(work.tx, creditorOf(work), { ...filterOf(query), ...(debt ? { debt } : {}), limit }), limit)
  return { rows: await withDebts(work, rows), nextCursor }
}

/** Messages of the acting creditor with its own ids of their debts, in the order of the message. */
export async function withDebts(work: Work, rows: readonly MessageRecord[]): Promise<ListedMessage[]> {
  const names = await externalIdsOf(work.tx, creditorOf(work), rows.flatMap(({ debtIds }) => debtIds))
  return rows.map((row) => ({ ...row, debtExternalIds: row.debtIds.flatMap((id) => names.get(id) ?? []) }))
}

function filterOf({ debtorId, rulerId, from, to, cursor, ...rest }: MessageQuery): Omit<MessageFilter, 'limit'> {
  return {
    ...rest,
    ...(debtorId === undefined ? {} : { debtorId: readId(debtorId) }),
    ...(rulerId === undefined ? {} : { rulerId: readId(rulerId) }),
    ...(from === undefined ? {} : { firstId: firstIdOn(from) }),
    beforeIds: [...(cursor === undefined ? [] : [readCursor(cursor)]), ...(to === undefined ? [] : [firstIdOn(addDays(to, 1))])],
  }
}

function firstIdOn(day: LocalDate): string {
  return firstUuidAt(new Date(endOfDay(addDays(day, -1)).getTime() + 1))
}
