import { provenBySql } from './invariant.ts'

// An agreement that was carried over has its payments of before in its first entry.
export const paymentsCountOnce = provenBySql({
  name: 'payments-count-once',
  claim: 'each payment has a reference of its own, one entry, and shares that come to its amount; what came less what went back is in the bank',
  count: 'select count(*) from payments',
  broken: `
    select 'payment_' || p.id as id from payments p
    where p.amount_cents is distinct from (select sum(s.cents) from payment_allocations s where s.creditor_id = p.creditor_id and s.payment_id = p.id)
      or (select count(*) from payments o where o.creditor_id = p.creditor_id and o.external_reference = p.external_reference) > 1
      or p.amount_cents is distinct from (
        select sum(l.cents) from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
        where e.creditor_id = p.creditor_id and e.event = 'paid' and e.source_id = p.id and l.account = 'bank' and l.side = 'debit')
        and not exists (select from ledger_entries e where e.creditor_id = p.creditor_id and e.event = 'opened' and e.agreement_id = p.agreement_id)
    union
    select 'agreement_' || a.id from agreements a
    where (select coalesce(sum(p.amount_cents), 0) from payments p where p.creditor_id = a.creditor_id and p.agreement_id = a.id)
      - (select coalesce(sum(r.amount_cents), 0) from refunds r where r.creditor_id = a.creditor_id and r.agreement_id = a.id and r.confirmed_at is not null) <> (
      select coalesce(sum(case l.side when 'debit' then l.cents else -l.cents end), 0)
      from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
      where e.creditor_id = a.creditor_id and e.agreement_id = a.id and l.account = 'bank')`,
})
