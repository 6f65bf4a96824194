import { provenBySql } from './invariant.ts'

// A debt's interest is counted by these days: an amount on another one would be another balance.
export const debtPaymentsHaveTheirDay = provenBySql({
  name: 'debt-payments-have-their-day',
  claim: 'what counts on the debts of an agreement that ended counts on the day on which it was paid',
  count: 'select count(*) from debt_payments where agreement_id is not null',
  broken: `
    with counted as (
      select creditor_id, agreement_id, paid_on, sum(cents) as cents from debt_payments where agreement_id is not null group by creditor_id, agreement_id, paid_on
    ), came as (
      select creditor_id, agreement_id, paid_at, amount_cents - excess_cents as cents from payments
      union all select r.creditor_id, r.agreement_id, p.paid_at, -r.amount_cents from payment_reversals r join payments p on p.creditor_id = r.creditor_id and p.id = r.payment_id
      union all select creditor_id, agreement_id, paid_at, amount_cents from payment_exceptions where resolution = 'count_on_debts'
    ), paid as (
      select creditor_id, agreement_id, (paid_at at time zone 'America/Sao_Paulo')::date as paid_on, sum(cents) as cents from came group by 1, 2, 3)
    select 'agreement_' || agreement_id || ' on ' || paid_on as id from counted left join paid using (creditor_id, agreement_id, paid_on)
    where counted.cents is distinct from paid.cents`,
})
