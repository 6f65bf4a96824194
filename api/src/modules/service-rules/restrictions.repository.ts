import { and, desc, eq, getTableColumns, lt } from 'drizzle-orm'
import type { ServiceRestrictionQuery, ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { debts } from '../../platform/db/tables/debts.ts'
import { serviceRestrictions } from '../../platform/db/tables/service-rules.ts'

export type RestrictionRecord = typeof serviceRestrictions.$inferSelect
export type ListedRestriction = RestrictionRecord & { debtExternalId: string }
type Key = Pick<RestrictionRecord, 'creditorId' | 'id'>
export type RestrictionChange = Partial<Pick<RestrictionRecord, 'state' | 'limitsOn' | 'limitedAt' | 'endedAt' | 'cause' | 'restoreBy'>>

const LISTED = { ...getTableColumns(serviceRestrictions), debtExternalId: debts.externalId }
const itsDebt = and(eq(debts.creditorId, serviceRestrictions.creditorId), eq(debts.id, serviceRestrictions.debtId))

/** False where the rule has one for the debt already. */
export async function insertRestriction(tx: Transaction, restriction: RestrictionRecord): Promise<boolean> {
  const rows = await tx.insert(serviceRestrictions).values(restriction).onConflictDoNothing().returning({ id: serviceRestrictions.id })
  return rows.length === 1
}

/** Which debt a restriction is of, so that its lock can be taken first. */
export async function debtOfRestriction(tx: Transaction, key: Key): Promise<string> {
  const [row] = await tx.select({ debtId: serviceRestrictions.debtId }).from(serviceRestrictions).where(is(key))
  return row!.debtId
}

/** A restriction held to the end of the transaction. The caller holds the lock of its debt. */
export async function lockRestriction(tx: Transaction, key: Key): Promise<ListedRestriction> {
  const [row] = await tx.select(LISTED).from(serviceRestrictions).innerJoin(debts, itsDebt).where(is(key)).for('update', { of: serviceRestrictions })
  return row!
}

export async function setRestriction(tx: Transaction, key: Key, change: RestrictionChange): Promise<void> {
  await tx.update(serviceRestrictions).set(change).where(is(key))
}

/** A creditor's restrictions, newest first, one more than the limit so that the caller knows of a next page. */
export function findRestrictions(tx: Transaction, creditorId: string, { state, limit, before }: Pick<ServiceRestrictionQuery, 'state'> & { limit: number; before: string | null }): Promise<ListedRestriction[]> {
  const wanted = [
    eq(serviceRestrictions.creditorId, creditorId),
    state === undefined ? undefined : eq(serviceRestrictions.state, state),
    before === null ? undefined : lt(serviceRestrictions.id, before),
  ]
  return tx.select(LISTED).from(serviceRestrictions).innerJoin(debts, itsDebt).where(and(...wanted)).orderBy(desc(serviceRestrictions.id)).limit(limit + 1)
}

/** The restrictions of a creditor that last; of some debts alone where they are named. */
export async function lastingRestrictions(tx: Transaction, creditorId: string, debtIds: readonly string[] | null): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'lasting_restrictions',
    text: 'select id from service_restrictions where creditor_id = $1 and ended_at is null and ($2::uuid[] is null or debt_id = any ($2)) order by id',
    values: [creditorId, debtIds],
  })
  return rows.map(({ id }) => id)
}

/** Open debts of a product that a rule reaches today and has not reached yet, by the creditor's own ids, the oldest first. */
export async function debtsToLimit(tx: Transaction, creditorId: string, { rule: { name, product }, dueUntil, today, limit }: { rule: ServiceRule; dueUntil: LocalDate; today: LocalDate; limit: number }): Promise<string[]> {
  const { rows } = await tx.$client.query<{ externalId: string }>({
    name: 'debts_to_limit',
    text: `select d.external_id as "externalId" from debts d
      where d.creditor_id = $1 and d.status = 'open' and d.product = $2 and d.due_on <= $4 and d.prescribes_on >= $5
        and not exists (select from service_restrictions r where r.creditor_id = $1 and r.debt_id = d.id and r.rule_name = $3 and (r.ended_at is null or r.cause = 'too_late'))
      order by d.due_on desc, d.id limit $6`,
    values: [creditorId, product, name, dueUntil, today, limit],
  })
  return rows.map(({ externalId }) => externalId)
}

function is({ creditorId, id }: Key) {
  return and(eq(serviceRestrictions.creditorId, creditorId), eq(serviceRestrictions.id, id))
}
