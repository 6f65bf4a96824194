import { and, desc, eq, getTableColumns, lt } from 'drizzle-orm'
import type { WebhookDeliveryQuery } from '@repactua/shared/contract/webhooks.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { outboxEvents } from '../../../platform/db/tables/audit.ts'
import { webhookDeliveries } from '../../../platform/db/tables/webhooks.ts'
import type { EventRecord } from '../events.repository.ts'

export type DeliveryRecord = typeof webhookDeliveries.$inferSelect
export type ListedDelivery = DeliveryRecord & { eventType: string }

export interface DeliveryKey {
  creditorId: string
  id: string
}

export async function insertDeliveries(tx: Transaction, deliveries: DeliveryRecord[]): Promise<void> {
  if (deliveries.length > 0) await tx.insert(webhookDeliveries).values(deliveries)
}

/** Takes deliveries that are due, of any creditor, at most `each` of one endpoint; nobody else takes them before `until`. */
export async function claimDeliveries(tx: Transaction, claim: { now: Date; until: Date; limit: number; each: number }): Promise<DeliveryKey[]> {
  const { rows } = await tx.$client.query<DeliveryKey>({
    name: 'claim_deliveries', text: 'select creditor_id as "creditorId", id from claim_deliveries($1, $2, $3, $4)', values: [claim.now, claim.until, claim.limit, claim.each],
  })
  return rows
}

/** A delivery and the event that it is of, held to the end of the transaction. */
export async function lockDelivery(tx: Transaction, key: DeliveryKey): Promise<{ delivery: DeliveryRecord; event: EventRecord } | null> {
  const [row] = await tx.select({ delivery: webhookDeliveries, event: outboxEvents }).from(webhookDeliveries).innerJoin(outboxEvents, itsEvent).where(is(key)).for('update', { of: webhookDeliveries })
  return row ?? null
}

export async function setDelivery(tx: Transaction, { creditorId, id, ...change }: DeliveryKey & Partial<DeliveryRecord>): Promise<void> {
  await tx.update(webhookDeliveries).set(change).where(is({ creditorId, id }))
}

/** The deliveries of an endpoint, newest first, one more than the limit so that the caller knows of a next page. */
export function findDeliveries(tx: Transaction, { creditorId, id }: DeliveryKey, { status, limit, before }: Pick<WebhookDeliveryQuery, 'status'> & { limit: number; before: string | null }): Promise<ListedDelivery[]> {
  const wanted = [
    eq(webhookDeliveries.creditorId, creditorId),
    eq(webhookDeliveries.endpointId, id),
    status === undefined ? undefined : eq(webhookDeliveries.status, status),
    before === null ? undefined : lt(webhookDeliveries.id, before),
  ]
  return tx.select({ ...getTableColumns(webhookDeliveries), eventType: outboxEvents.type }).from(webhookDeliveries).innerJoin(outboxEvents, itsEvent)
    .where(and(...wanted)).orderBy(desc(webhookDeliveries.id)).limit(limit + 1)
}

const itsEvent = and(eq(outboxEvents.creditorId, webhookDeliveries.creditorId), eq(outboxEvents.id, webhookDeliveries.eventId))

function is({ creditorId, id }: DeliveryKey) {
  return and(eq(webhookDeliveries.creditorId, creditorId), eq(webhookDeliveries.id, id))
}
