import { provenBySql } from './invariant.ts'

export const debtsFitAgreements = provenBySql({
  name: 'debts-fit-agreements',
  claim: 'a debt is in an agreement, settled or novated just where an agreement says so',
  count: 'select count(*) from debts',
  broken: `
    select 'debt_' || d.id as id from debts d
    where (d.status = 'in_agreement') <> exists (
        select from agreement_debts ad join agreements a on a.creditor_id = ad.creditor_id and a.id = ad.agreement_id
        where ad.creditor_id = d.creditor_id and ad.debt_id = d.id and ad.live and a.status in ('awaiting_first_payment', 'active'))
      or d.status in ('settled', 'novated') and not exists (
        select from agreement_debts ad join agreements a on a.creditor_id = ad.creditor_id and a.id = ad.agreement_id
        where ad.creditor_id = d.creditor_id and ad.debt_id = d.id and a.status = case d.status when 'settled' then 'settled' else 'broken' end)
    union
    select 'agreement_' || a.id from agreements a join agreement_debts ad on ad.creditor_id = a.creditor_id and ad.agreement_id = a.id
      join debts d on d.creditor_id = ad.creditor_id and d.id = ad.debt_id
    where ad.live <> (a.status in ('awaiting_first_payment', 'active')) or a.status = 'settled' and d.status <> 'settled'`,
})
