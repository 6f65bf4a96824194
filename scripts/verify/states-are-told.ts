import { provenBySql } from './invariant.ts'

const REOPENED = `
  select a.creditor_id, a.id, a.status, (select count(*)::integer from payment_reversals r where r.creditor_id = a.creditor_id and r.agreement_id = a.id and r.reopened) as reopenings from agreements a`

const STATES = `
  select creditor_id, 'agreement_' || id as subject, 1 as expected, case when court_order is null then 'agreement.signed' else 'agreement.court_plan_entered' end as action from agreements where signed_at is not null
  union all select creditor_id, 'agreement_' || id, reopenings + (status = 'settled')::integer, 'agreement.settled' from (${REOPENED}) a
  union all select creditor_id, 'agreement_' || id, reopenings, 'agreement.reopened' from (${REOPENED}) a
  union all select creditor_id, 'reversal_' || id, 1, 'payment.reversed' from payment_reversals
  union all select creditor_id, 'agreement_' || id, 1, 'agreement.broken' from agreements where status = 'broken'
  union all select creditor_id, 'agreement_' || id, 1, 'agreement.cancelled' from agreements where status = 'cancelled'
  union all select creditor_id, 'agreement_' || id, 1, 'agreement.withdrawn' from agreements where status = 'withdrawn'
  union all select creditor_id, 'agreement_' || id, 1, 'agreement.expired' from agreements where status = 'expired'
  union all select creditor_id, 'payment_' || id, 1, 'payment.posted' from payments
  union all select creditor_id, 'exception_' || id, 1, 'payment_exception.opened' from payment_exceptions
  union all select creditor_id, 'exception_' || id, 1, 'payment_exception.resolved' from payment_exceptions where resolved_at is not null
  union all select creditor_id, 'refund_' || id, 1, 'refund.confirmed' from refunds where confirmed_at is not null`

export const statesAreTold = provenBySql({
  name: 'states-are-told',
  claim: 'each signature, payment and end of an agreement stands in the audit chain once; so does each reversal, and each settlement that one undid',
  count: `select count(*) from (${STATES}) s`,
  broken: `
    with told as (select creditor_id, subject, action, count(*) as times from audit_entries group by creditor_id, subject, action)
    select s.subject || ' ' || s.action as id from (${STATES}) s left join told using (creditor_id, subject, action)
    where coalesce(told.times, 0) <> s.expected`,
})
