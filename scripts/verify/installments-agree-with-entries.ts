import { provenBySql } from './invariant.ts'

export const installmentsAgreeWithEntries = provenBySql({
  name: 'installments-agree-with-entries',
  claim: 'what an installment has been paid is what its entries say, and its shares of payments less what was taken back of them',
  count: 'select count(*) from installments',
  broken: `
    with posted as (
      select e.creditor_id, e.agreement_id, l.installment_number as number, sum(case l.side when 'credit' then l.cents else -l.cents end) as cents
      from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
      where e.event in ('paid', 'opened', 'reversed') and l.account = 'receivable' and l.installment_number is not null
      group by e.creditor_id, e.agreement_id, l.installment_number
    ), shared as (
      select creditor_id, agreement_id, number, sum(cents) as cents from (
        select creditor_id, agreement_id, installment_number as number, cents from payment_allocations
        union all select creditor_id, agreement_id, installment_number, -cents from payment_reversal_shares) s
      group by creditor_id, agreement_id, number)
    select 'agreement_' || agreement_id || ' installment ' || number as id
    from installments i full join posted using (creditor_id, agreement_id, number) full join shared using (creditor_id, agreement_id, number)
    where i.paid_cents is distinct from coalesce(posted.cents, 0) or i.paid_cents is distinct from coalesce(shared.cents, 0)`,
})
