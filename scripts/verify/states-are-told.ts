import { provenBySql } from './invariant.ts'

const STATES = `
  select creditor_id, 'agreement_' || id as subject, case when court_order is null then 'agreement.signed' else 'agreement.court_plan_entered' end as action from agreements where signed_at is not null
  union all select creditor_id, 'agreement_' || id, 'agreement.settled' from agreements where status = 'settled'
  union all select creditor_id, 'agreement_' || id, 'agreement.broken' from agreements where status = 'broken'
  union all select creditor_id, 'agreement_' || id, 'agreement.cancelled' from agreements where status = 'cancelled'
  union all select creditor_id, 'payment_' || id, 'payment.posted' from payments`

export const statesAreTold = provenBySql({
  name: 'states-are-told',
  claim: 'each signature, payment and end of an agreement stands in the audit chain once',
  count: `select count(*) from (${STATES}) s`,
  broken: `
    select s.subject || ' ' || s.action as id from (${STATES}) s
    where (select count(*) from audit_entries e where e.creditor_id = s.creditor_id and e.subject = s.subject and e.action = s.action) <> 1`,
})
