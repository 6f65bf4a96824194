import { provenBySql } from './invariant.ts'

// What paying everything early came to is what was paid and, where money was taken back, what is open since; any other
// amendment adds what its quote says, and a payment what it brought for delay; what it lacked and was let go is taken off, and
// so is what was given for paying early, but for installments that an amendment changed: its quote says that already.
const COMES_TO = `
  case when exists (select from amendments m where m.creditor_id = a.creditor_id and m.agreement_id = a.id and m.kind = 'pay_off' and m.applied_at is not null)
    then (select sum(p.amount_cents - p.excess_cents) from payments p where p.creditor_id = a.creditor_id and p.agreement_id = a.id)
      - coalesce((select sum(r.amount_cents) from payment_reversals r where r.creditor_id = a.creditor_id and r.agreement_id = a.id), 0)
      + (select sum(i.amount_cents - i.paid_cents) from installments i where i.creditor_id = a.creditor_id and i.agreement_id = a.id and i.status <> 'cancelled')
    else a.total_cents + coalesce((
        select sum((q.document::jsonb ->> 'costCents')::bigint - (q.document::jsonb ->> 'savingCents')::bigint)
        from amendments m join amendment_quotes q on q.creditor_id = m.creditor_id and q.id = m.id
        where m.creditor_id = a.creditor_id and m.agreement_id = a.id and m.applied_at is not null), 0) - coalesce((
        select sum((s.signed ->> 'amountCents')::bigint - i.amount_cents) from installments i
          join jsonb_array_elements(a.option_document::jsonb -> 'installments') as s(signed) on (s.signed ->> 'number')::integer = i.number
          join jsonb_array_elements(a.option_document::jsonb #> '{earlyPayment,installments}') as e(early) on (e.early ->> 'number')::integer = i.number
        where i.creditor_id = a.creditor_id and i.agreement_id = a.id and i.status = 'paid' and i.amount_cents = (e.early ->> 'amountCents')::bigint
            and not exists (select from amendments m join amendment_quotes q on q.creditor_id = m.creditor_id and q.id = m.id
              where m.creditor_id = a.creditor_id and m.agreement_id = a.id and m.applied_at is not null and q.document::jsonb -> 'changed' @> to_jsonb(i.number))
            and not exists (select from payment_allocations f where f.creditor_id = i.creditor_id and f.agreement_id = i.agreement_id and f.installment_number = i.number and f.forgiven_cents > 0)), 0) - coalesce((
        select sum(s.forgiven_cents - s.late_fine_cents - s.default_interest_cents) from payment_allocations s where s.creditor_id = a.creditor_id and s.agreement_id = a.id), 0) + coalesce((
        select sum(s.forgiven_cents - s.late_cents) from payment_reversal_shares s where s.creditor_id = a.creditor_id and s.agreement_id = a.id), 0)
  end`

export const installmentsSum = provenBySql({
  name: 'installments-sum',
  claim: 'the installments of a plan come to its total, its amendments and what was paid for delay, each at least one cent',
  count: "select count(*) from agreements where status in ('awaiting_first_payment', 'active', 'settled')",
  broken: `
    select 'agreement_' || a.id as id from agreements a
    where a.status in ('awaiting_first_payment', 'active', 'settled') and (${COMES_TO}) is distinct from (
      select sum(i.amount_cents) from installments i where i.creditor_id = a.creditor_id and i.agreement_id = a.id and i.status <> 'cancelled')
    union select 'agreement_' || agreement_id from installments where amount_cents < 1`,
})
