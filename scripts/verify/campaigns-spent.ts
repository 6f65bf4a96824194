import { provenBySql } from './invariant.ts'

export const campaignsSpent = provenBySql({
  name: 'campaigns-spent',
  claim: 'what a campaign has spent is the sum of its spendings, within its budget',
  count: 'select count(*) from campaigns',
  broken: `
    select 'creditor_' || c.creditor_id || ' campaign ' || c.code as id from campaigns c
    where c.spent_cents not between 0 and c.budget_cents
      or c.spent_cents <> (select coalesce(sum(s.cents), 0) from campaign_spendings s where s.creditor_id = c.creditor_id and s.code = c.code)`,
})
