import { and, desc, eq, getTableColumns, lt } from 'drizzle-orm'
import type { Escalation, EscalationQuery } from '@repactua/shared/contract/escalations.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { debts } from '../../platform/db/tables/debts.ts'
import { escalations } from '../../platform/db/tables/escalations.ts'

export type EscalationRecord = typeof escalations.$inferSelect
/** With what it is said by: the creditor's own id of the debt, and the days that its age counts from. */
export type ListedEscalation = EscalationRecord & { debtExternalId: string; dueOn: LocalDate; prescribesOn: LocalDate }
type Key = Pick<EscalationRecord, 'creditorId' | 'id'>

/** What a step may change of an escalation. */
export type EscalationChange = Partial<Omit<EscalationRecord, 'creditorId' | 'id' | 'debtId' | 'cpfIndex' | 'kind' | 'contractEndedOn' | 'createdAt'>>

const LISTED = { ...getTableColumns(escalations), debtExternalId: debts.externalId, dueOn: debts.dueOn, prescribesOn: debts.prescribesOn }
const itsDebt = and(eq(debts.creditorId, escalations.creditorId), eq(debts.id, escalations.debtId))

/** False where one of its kind is under way for the debt. */
export async function insertEscalation(tx: Transaction, escalation: EscalationRecord): Promise<boolean> {
  const rows = await tx.insert(escalations).values(escalation).onConflictDoNothing().returning({ id: escalations.id })
  return rows.length === 1
}

/** Which debt an escalation is of, so that its lock can be taken first. */
export async function debtOfEscalation(tx: Transaction, key: Key): Promise<string | null> {
  const [row] = await tx.select({ debtId: escalations.debtId }).from(escalations).where(is(key))
  return row?.debtId ?? null
}

/** An escalation held to the end of the transaction. The caller holds the lock of its debt. */
export async function lockEscalation(tx: Transaction, key: Key): Promise<ListedEscalation> {
  const [row] = await tx.select(LISTED).from(escalations).innerJoin(debts, itsDebt).where(is(key)).for('update', { of: escalations })
  return row!
}

export async function setEscalation(tx: Transaction, key: Key, change: EscalationChange): Promise<void> {
  await tx.update(escalations).set(change).where(is(key))
}

/** A creditor's escalations, newest first, one more than the limit so that the caller knows of a next page. */
export function findEscalations(tx: Transaction, creditorId: string, { state, kind, limit, before }: Pick<EscalationQuery, 'state' | 'kind'> & { limit: number; before: string | null }): Promise<ListedEscalation[]> {
  const wanted = [
    eq(escalations.creditorId, creditorId),
    state === undefined ? undefined : eq(escalations.state, state),
    kind === undefined ? undefined : eq(escalations.kind, kind),
    before === null ? undefined : lt(escalations.id, before),
  ]
  return tx.select(LISTED).from(escalations).innerJoin(debts, itsDebt).where(and(...wanted)).orderBy(desc(escalations.id)).limit(limit + 1)
}

// What is over moves no more; what was taken back only to a new one.
const UNDER_WAY = "(state not in ('withdrawn', 'ended', 'blocked') or (state = 'blocked' and take_off_on is not null))"

/** The escalations of a creditor that are under way; of some debts alone where they are named. */
export async function escalationsUnderWay(tx: Transaction, creditorId: string, debtIds: readonly string[] | null): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'escalations_under_way',
    text: `select id from escalations where creditor_id = $1 and ($2::uuid[] is null or debt_id = any ($2)) and ${UNDER_WAY} order by id`,
    values: [creditorId, debtIds],
  })
  return rows.map(({ id }) => id)
}

/**
 * Open debts that the nightly round may propose, by the creditor's own ids, the oldest first: late enough, not too old, no
 * telecom (nobody here knows of the end of its contract), none under way, and none that the creditor took back before.
 */
export async function debtsToPropose(tx: Transaction, creditorId: string, { kind, dueUntil, dueAfter, leastCents, limit }: { kind: Escalation['kind']; dueUntil: LocalDate; dueAfter: LocalDate; leastCents: bigint; limit: number }): Promise<string[]> {
  const { rows } = await tx.$client.query<{ externalId: string }>({
    name: 'debts_to_propose',
    text: `select d.external_id as "externalId" from debts d
      where d.creditor_id = $1 and d.status = 'open' and d.due_on <= $3 and d.due_on > $4 and d.product <> 'telecom' and d.principal_cents >= $5
        and not exists (select from escalations e where e.creditor_id = $1 and e.debt_id = d.id and e.kind = $2
          and (e.state in ('withdrawn', 'ended') or ${UNDER_WAY}))
        and not ($2 = 'protest' and exists (select from debt_protests p where p.creditor_id = $1 and p.debt_id = d.id))
      order by d.due_on, d.id limit $6`,
    values: [creditorId, kind, dueUntil, dueAfter, leastCents, limit],
  })
  return rows.map(({ externalId }) => externalId)
}

function is({ creditorId, id }: Key) {
  return and(eq(escalations.creditorId, creditorId), eq(escalations.id, id))
}
