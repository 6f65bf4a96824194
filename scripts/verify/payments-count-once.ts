import { provenBySql } from './invariant.ts'

// An agreement that was carried over has its payments of before in its first entry. What nobody knows the agreement of is
// counted together, per creditor.
export const paymentsCountOnce = provenBySql({
  name: 'payments-count-once',
  claim: 'each reference has one effect, a payment has one entry, and shares and excess that come to its amount; what came less what went back is in the bank',
  count: 'select count(*) from payments',
  broken: `
    select 'payment_' || p.id as id from payments p
    where p.amount_cents - p.excess_cents is distinct from (select sum(s.cents) from payment_allocations s where s.creditor_id = p.creditor_id and s.payment_id = p.id)
      or (select count(*) from payments o where o.creditor_id = p.creditor_id and o.external_reference = p.external_reference) > 1
      or p.amount_cents is distinct from (
        select sum(l.cents) from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
        where e.creditor_id = p.creditor_id and e.event = 'paid' and e.source_id = p.id and l.account = 'bank' and l.side = 'debit')
        and not exists (select from ledger_entries e where e.creditor_id = p.creditor_id and e.event = 'opened' and e.agreement_id = p.agreement_id)
    union
    select 'reference ' || r.external_reference from payment_references r
      left join payments p on p.creditor_id = r.creditor_id and p.external_reference = r.external_reference
      left join payment_exceptions x on x.creditor_id = r.creditor_id and x.external_reference = r.external_reference
    where p.id is null and x.id is null or p.id is not null and x.id is not null and (x.resolution is distinct from 'apply' or x.payment_id <> p.id)
    union
    select coalesce('agreement_' || agreement_id, 'money of no agreement') from (
      select creditor_id, agreement_id, amount_cents as cents from payments
      union all select creditor_id, agreement_id, amount_cents from payment_exceptions
        where reason <> 'reference_reused' and (resolution is null or resolution in ('count_on_debts', 'refund'))
      union all select creditor_id, agreement_id, -amount_cents from payment_reversals
      union all select creditor_id, agreement_id, -amount_cents from refunds where confirmed_at is not null
      union all select e.creditor_id, e.agreement_id, case l.side when 'debit' then -l.cents else l.cents end
        from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id where l.account = 'bank'
    ) moved group by creditor_id, agreement_id having sum(cents) <> 0`,
})
