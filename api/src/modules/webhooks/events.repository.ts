import { and, asc, eq, gt } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { outboxEvents } from '../../platform/db/tables/audit.ts'

export type EventRecord = typeof outboxEvents.$inferSelect

/** Creditors with events that nobody has relayed, some of them. */
export async function creditorsWithNews(tx: Transaction, limit: number): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({ name: 'creditors_with_news', text: 'select id from creditors_with_news($1) as id', values: [limit] })
  return rows.map(({ id }) => id)
}

/**
 * Gives the next events of a creditor their places, in the order in which they were written. One relay of a creditor waits
 * for the other: places have no gaps, and who has read up to one has missed nothing before it.
 */
export async function numberEvents(tx: Transaction, creditorId: string, { now, limit }: { now: Date; limit: number }): Promise<Pick<EventRecord, 'id' | 'type' | 'subject'>[]> {
  await tx.$client.query({ name: 'lock_relay', text: "select pg_advisory_xact_lock(hashtextextended('relay:' || $1, 0))", values: [creditorId] })
  const { rows } = await tx.$client.query<Pick<EventRecord, 'id' | 'type' | 'subject'>>({
    name: 'number_events',
    text: `with news as (
        select id, row_number() over (order by position) as place from outbox_events where creditor_id = $1 and relayed_at is null order by position limit $3
      ), last as (select coalesce(max(sequence), 0) as sequence from outbox_events where creditor_id = $1)
      update outbox_events e set relayed_at = $2, sequence = last.sequence + news.place from news, last
      where e.creditor_id = $1 and e.id = news.id returning e.id, e.type, e.subject`,
    values: [creditorId, now, limit],
  })
  return rows
}

/** A creditor's relayed events after a place, in order. */
export function eventsAfter(tx: Transaction, creditorId: string, { after, type, limit }: { after: number; type?: string; limit: number }): Promise<EventRecord[]> {
  const wanted = and(eq(outboxEvents.creditorId, creditorId), gt(outboxEvents.sequence, after), type === undefined ? undefined : eq(outboxEvents.type, type))
  return tx.select().from(outboxEvents).where(wanted).orderBy(asc(outboxEvents.sequence)).limit(limit)
}
