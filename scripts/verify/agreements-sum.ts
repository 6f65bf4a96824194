import { provenBySql } from './invariant.ts'

export const agreementsSum = provenBySql({
  name: 'agreements-sum',
  claim: 'what an agreement took over and comes to is the sum of what it has of each of its debts',
  count: 'select count(*) from agreements',
  broken: `
    select 'agreement_' || a.id as id from agreements a join agreement_debts ad on ad.creditor_id = a.creditor_id and ad.agreement_id = a.id
    group by a.creditor_id, a.id having sum(ad.balance_cents) <> a.balance_cents or sum(ad.total_cents) <> a.total_cents`,
})
