import { provenBySql } from './invariant.ts'

const STATES = `
  select creditor_id, 'agreement_' || id as subject, case when court_order is null then 'agreement.signed' else 'agreement.court_plan_entered' end as action from agreements where signed_at is not null
  union all select creditor_id, 'agreement_' || id, 'agreement.settled' from agreements where status = 'settled'
  union all select creditor_id, 'agreement_' || id, 'agreement.broken' from agreements where status = 'broken'
  union all select creditor_id, 'agreement_' || id, 'agreement.cancelled' from agreements where status = 'cancelled'
  union all select creditor_id, 'agreement_' || id, 'agreement.withdrawn' from agreements where status = 'withdrawn'
  union all select creditor_id, 'agreement_' || id, 'agreement.expired' from agreements where status = 'expired'
  union all select creditor_id, 'payment_' || id, 'payment.posted' from payments
  union all select creditor_id, 'exception_' || id, 'payment_exception.opened' from payment_exceptions
  union all select creditor_id, 'exception_' || id, 'payment_exception.resolved' from payment_exceptions where resolved_at is not null
  union all select creditor_id, 'refund_' || id, 'refund.confirmed' from refunds where confirmed_at is not null`

export const statesAreTold = provenBySql({
  name: 'states-are-told',
  claim: 'each signature, payment and end of an agreement stands in the audit chain once',
  count: `select count(*) from (${STATES}) s`,
  broken: `
    with told as (select creditor_id, subject, action, count(*) as times from audit_entries group by creditor_id, subject, action)
    select s.subject || ' ' || s.action as id from (${STATES}) s left join told using (creditor_id, subject, action)
    where coalesce(told.times, 0) <> 1`,
})
