import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Campaign } from '@repactua/shared/contract/policies.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { campaigns, campaignSpendings } from '../../platform/db/tables/campaigns.ts'

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

/** What is left of the budgets of these codes. A person sees those of creditors to whom they owe. */
export async function findBudgetsLeft(tx: Transaction, creditorId: string, codes: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await tx.select().from(campaigns).where(and(eq(campaigns.creditorId, creditorId), inArray(campaigns.code, [...codes])))
  return new Map(rows.map(({ code, budgetCents, spentCents }) => [code, budgetCents - spentCents]))
}

/** Gives back what an agreement's signature spent, once: a second call finds nothing. Locks in the order of the codes. */
export async function returnSpendings(tx: Transaction, { creditorId, agreementId, now }: { creditorId: string; agreementId: string; now: Date }): Promise<void> {
  const spent = await tx.select({ code: campaignSpendings.code }).from(campaignSpendings).where(and(eq(campaignSpendings.creditorId, creditorId), eq(campaignSpendings.agreementId, agreementId)))
  if (spent.length === 0) return
  await tx.select({ code: campaigns.code }).from(campaigns).where(and(eq(campaigns.creditorId, creditorId), inArray(campaigns.code, spent.map(({ code }) => code)))).orderBy(asc(campaigns.code)).for('update')
  await tx.$client.query({
    name: 'return_campaign_spendings',
    text: `
      with returned as (
        insert into campaign_spendings (creditor_id, agreement_id, code, kind, cents, created_at)
          select creditor_id, agreement_id, code, 'returned', -cents, $3 from campaign_spendings
          where creditor_id = $1 and agreement_id = $2 and kind = 'signed'
        on conflict do nothing returning code, cents)
      update campaigns c set spent_cents = c.spent_cents + returned.cents, updated_at = $3
      from returned where c.creditor_id = $1 and c.code = returned.code`,
    values: [creditorId, agreementId, now],
  })
}
