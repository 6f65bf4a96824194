import { provenBySql } from './invariant.ts'

export const lateChargesAgreeWithEntries = provenBySql({
  name: 'late-charges-agree-with-entries',
  claim: 'what a payment paid for the delay of an installment is in the books, within what it brought and the term gives',
  count: 'select count(*) from payment_allocations where late_fine_cents + default_interest_cents > 0',
  broken: `
    with posted as (
      select e.creditor_id, e.source_id as payment_id, l.installment_number, sum(l.cents) as cents
      from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
      where e.event = 'charged' and l.account = 'late_charges' and l.side = 'credit' group by e.creditor_id, e.source_id, l.installment_number
    ), shared as (
      select s.creditor_id, s.payment_id, s.installment_number, s.late_fine_cents + s.default_interest_cents as cents,
        s.late_fine_cents * 10000 > (s.cents - s.late_fine_cents - s.default_interest_cents) * (a.option_document::jsonb ->> 'lateFeeBps')::bigint + 5000
          or s.late_fine_cents + s.default_interest_cents > i.amount_cents as above
      from payment_allocations s join agreements a on a.creditor_id = s.creditor_id and a.id = s.agreement_id
        join installments i on i.creditor_id = s.creditor_id and i.agreement_id = s.agreement_id and i.number = s.installment_number
      where s.late_fine_cents + s.default_interest_cents > 0)
    select 'payment_' || payment_id || ' installment ' || installment_number as id
    from posted full join shared using (creditor_id, payment_id, installment_number)
    where coalesce(posted.cents, 0) <> coalesce(shared.cents, 0) or shared.above`,
})
