import { provenBySql } from './invariant.ts'

// The installation's own chain has no outbox: it belongs to no creditor whom anything could be told.
const OF_A_CREDITOR = "creditor_id <> '00000000-0000-0000-0000-000000000000'"

export const changesAreTold = provenBySql({
  name: 'changes-are-told',
  claim: 'each change of state has one audit entry and one event that say the same',
  count: `select count(*) from audit_entries where ${OF_A_CREDITOR}`,
  broken: `
    with told as (
      select creditor_id, action as type, subject, payload::jsonb -> 'data' as data, 1 as audited, 0 as published from audit_entries where ${OF_A_CREDITOR}
      union all select creditor_id, type, subject, data, 0, 1 from outbox_events)
    select subject || ' ' || type as id from told group by creditor_id, type, subject, data having sum(audited) <> sum(published)`,
})
