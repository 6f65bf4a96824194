import { asc, eq } from 'drizzle-orm'
import type { Campaign } from '@repactua/shared/contract/policies.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { campaigns } from '../../platform/db/tables/campaigns.ts'

export type CampaignRecord = typeof campaigns.$inferSelect

/**
 * Sets the campaigns that a version names, in the order of their codes, as a signature locks them. Leaves those alone of
 * which more is spent than the new budget, and gives their codes back.
 */
export async function upsertCampaigns(tx: Transaction, creditorId: string, list: readonly Campaign[], now: Date): Promise<string[]> {
  const { rows } = await tx.$client.query<{ code: string }>({
    name: 'upsert_campaigns',
    text: `
      insert into campaigns (creditor_id, code, name, starts_on, ends_on, budget_cents, created_at, updated_at)
        select $1, k.code, k.name, k."startsOn", k."endsOn", k."discountBudgetCents", $3, $3
        from jsonb_to_recordset($2::jsonb) as k(code text, name text, "startsOn" date, "endsOn" date, "discountBudgetCents" bigint) order by k.code
      on conflict (creditor_id, code) do update
        set name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on, budget_cents = excluded.budget_cents, updated_at = excluded.updated_at
        where campaigns.spent_cents <= excluded.budget_cents
      returning code`,
    values: [creditorId, JSON.stringify(list), now],
  })
  const set = new Set(rows.map(({ code }) => code))
  return list.map(({ code }) => code).filter((code) => !set.has(code))
}

/** All campaigns that any version of the creditor's policies has named, by code. */
export function listCampaigns(tx: Transaction, creditorId: string): Promise<CampaignRecord[]> {
  return tx.select().from(campaigns).where(eq(campaigns.creditorId, creditorId)).orderBy(asc(campaigns.code))
}
