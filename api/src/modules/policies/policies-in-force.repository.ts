import type { PolicyCondition, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Work } from '../../platform/work.ts'

/** A campaign of the policy in force whose dates hold today and whose budget is not spent. */
export interface RunningCampaign {
  code: string
  name: string
  endsOn: LocalDate
  leftCents: bigint
}

/** What offers are made by. Its rules never change. */
export interface PolicyInForce {
  id: string
  version: number
  rules: PolicyRule[]
  /** Whom the policy is for; null for everybody. */
  audience: PolicyCondition | null
  /** Codes of `campaigns`. */
  runningCampaigns: string[]
  campaigns: RunningCampaign[]
  /** Whether the last known month of an index stands in for one that is not out yet. */
  projectIndices: boolean
}

type Row = Omit<PolicyInForce, 'runningCampaigns' | 'campaigns'> & { campaigns: (Omit<RunningCampaign, 'leftCents'> & { leftCents: string })[] }

// Of the published versions that have begun the last one holds; where its validity is over nothing does.
const IN_FORCE = `
  select p.id, p.version, p.rules, p.audience, p.project_indices as "projectIndices", (
    select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'name', k.name, 'endsOn', k."endsOn", 'leftCents', (c.budget_cents - c.spent_cents)::text) order by k.code), '[]')
    from jsonb_to_recordset(p.campaigns) as k(code text, name text, "startsOn" date, "endsOn" date)
    join campaigns c on c.creditor_id = p.creditor_id and c.code = k.code
    where k."startsOn" <= $2::date and k."endsOn" >= $2::date and c.spent_cents < c.budget_cents
  ) as campaigns
  from (
    select * from policies
    where creditor_id = $1 and status = 'published' and (valid_from is null or valid_from <= $2::date)
    order by version desc limit 1
  ) p
  where p.valid_to is null or p.valid_to >= $2::date`

/**
 * The policy by which a creditor offers today; null before the first publication and outside its validity. A person sees
 * it of those to whom they owe. Every list of debts and every sheet asks for it, hence the named statement.
 */
export async function findPolicyInForce({ tx, today }: Pick<Work, 'tx' | 'today'>, creditorId: string): Promise<PolicyInForce | null> {
  const { rows } = await tx.$client.query<Row>({ name: 'find_policy_in_force', text: IN_FORCE, values: [creditorId, today] })
  const [row] = rows
  if (!row) return null
  const campaigns = row.campaigns.map((campaign) => ({ ...campaign, leftCents: BigInt(campaign.leftCents) }))
  return { ...row, campaigns, runningCampaigns: campaigns.map(({ code }) => code) }
}
