import { provenBySql } from './invariant.ts'

export const installmentsAgreeWithEntries = provenBySql({
  name: 'installments-agree-with-entries',
  claim: 'what an installment has been paid is what its entries and its shares of payments say',
  count: 'select count(*) from installments',
  broken: `
    select 'agreement_' || i.agreement_id || ' installment ' || i.number as id from installments i
    where i.paid_cents <> (
        select coalesce(sum(case l.side when 'credit' then l.cents else -l.cents end), 0)
        from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
        where e.creditor_id = i.creditor_id and e.agreement_id = i.agreement_id and e.event in ('paid', 'opened') and l.account = 'receivable' and l.installment_number = i.number)
      or i.paid_cents <> (
        select coalesce(sum(s.cents), 0) from payment_allocations s
        where s.creditor_id = i.creditor_id and s.agreement_id = i.agreement_id and s.installment_number = i.number)`,
})
