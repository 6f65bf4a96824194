import { provenBySql } from './invariant.ts'

// What goes back of no agreement is counted together, under its creditor.
export const refundsAgreeWithEntries = provenBySql({
  name: 'refunds-agree-with-entries',
  claim: 'what is to be given back is what the books owe, and each refund that was made has left the bank',
  count: 'select count(*) from refunds',
  broken: `
    with owed as (
      select e.creditor_id, coalesce(e.agreement_id, e.creditor_id) as id, sum(case l.side when 'credit' then l.cents else -l.cents end) as cents
      from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id where l.account = 'refunds_owed' group by 1, 2
    ), due as (select creditor_id, coalesce(agreement_id, creditor_id) as id, sum(amount_cents) as cents from refunds where confirmed_at is null group by 1, 2)
    select 'agreement_' || id as id from owed full join due using (creditor_id, id) where coalesce(owed.cents, 0) <> coalesce(due.cents, 0)
    union
    select 'refund_' || r.id from refunds r where (r.confirmed_at is not null) <> exists (
      select from ledger_entries e where e.creditor_id = r.creditor_id and e.event = 'refunded' and e.source_id = r.id)`,
})
