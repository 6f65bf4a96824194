import { provenBySql } from './invariant.ts'

export const reversalsAgreeWithEntries = provenBySql({
  name: 'reversals-agree-with-entries',
  claim: 'what was taken back of a payment has left the bank in one entry, is shared out, and is never more than was paid or shared',
  count: 'select count(*) from payment_reversals',
  broken: `
    select 'reversal_' || r.id as id from payment_reversals r
    where r.amount_cents is distinct from (select sum(s.cents) from payment_reversal_shares s where s.creditor_id = r.creditor_id and s.reversal_id = r.id)
      or r.amount_cents is distinct from (
        select sum(l.cents) from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
        where e.creditor_id = r.creditor_id and e.event = 'reversed' and e.source_id = r.id and l.account = 'bank' and l.side = 'credit')
    union
    select 'payment_' || p.id from payments p join payment_reversals r on r.creditor_id = p.creditor_id and r.payment_id = p.id
    group by p.creditor_id, p.id having sum(r.amount_cents) > min(p.amount_cents)
    union
    select 'payment_' || s.payment_id from payment_reversal_shares s join payment_allocations a
      on a.creditor_id = s.creditor_id and a.payment_id = s.payment_id and a.installment_number = s.installment_number
    group by s.creditor_id, s.payment_id, s.installment_number
    having sum(s.cents) > min(a.cents) or sum(s.late_cents) > min(a.late_fine_cents + a.default_interest_cents)`,
})
