import { provenBySql } from './invariant.ts'

export const debtsFitAgreements = provenBySql({
  name: 'debts-fit-agreements',
  claim: 'a debt is in an agreement, settled or novated just where an agreement says so',
  count: 'select count(*) from debts',
  broken: `
    with held as (
      select ad.creditor_id, ad.debt_id as id, bool_or(ad.live and a.status in ('awaiting_first_payment', 'active')) as live,
        bool_or(a.status = 'settled') as settled, bool_or(a.status = 'broken') as broken
      from agreement_debts ad join agreements a on a.creditor_id = ad.creditor_id and a.id = ad.agreement_id group by ad.creditor_id, ad.debt_id)
    select 'debt_' || d.id as id from debts d left join held using (creditor_id, id)
    where (d.status = 'in_agreement') <> coalesce(held.live, false)
      or (d.status = 'settled') <> coalesce(held.settled, false)
      or d.status = 'novated' and not coalesce(held.broken, false)
    union
    select 'agreement_' || a.id from agreements a join agreement_debts ad on ad.creditor_id = a.creditor_id and ad.agreement_id = a.id
    where ad.live <> (a.status in ('awaiting_first_payment', 'active'))`,
})
