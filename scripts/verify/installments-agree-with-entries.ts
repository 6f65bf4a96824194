import { provenBySql } from './invariant.ts'

export const installmentsAgreeWithEntries = provenBySql({
  name: 'installments-agree-with-entries',
  claim: 'what an installment has been paid is what its entries and its shares of payments say',
  count: 'select count(*) from installments',
  broken: `
    with posted as (
      select e.creditor_id, e.agreement_id, l.installment_number as number, sum(case l.side when 'credit' then l.cents else -l.cents end) as cents
      from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
      where e.event in ('paid', 'opened') and l.account = 'receivable' and l.installment_number is not null
      group by e.creditor_id, e.agreement_id, l.installment_number
    ), shared as (
      select creditor_id, agreement_id, installment_number as number, sum(cents) as cents from payment_allocations group by creditor_id, agreement_id, installment_number)
    select 'agreement_' || agreement_id || ' installment ' || number as id
    from installments i full join posted using (creditor_id, agreement_id, number) full join shared using (creditor_id, agreement_id, number)
    where i.paid_cents is distinct from coalesce(posted.cents, 0) or i.paid_cents is distinct from coalesce(shared.cents, 0)`,
})
