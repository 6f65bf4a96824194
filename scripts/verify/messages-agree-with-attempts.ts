import { provenBySql } from './invariant.ts'

const TAKEN = "exists (select from message_attempts a where a.creditor_id = m.creditor_id and a.message_id = m.id and a.status = 'accepted')"

export const messagesAgreeWithAttempts = provenBySql({
  name: 'messages-agree-with-attempts',
  claim: 'a message went out just where a carrier took it, and is delivered or read just where a receipt says so',
  count: 'select count(*) from messages',
  broken: `
    select 'message_' || m.id as id from messages m
    where (m.status in ('sent', 'delivered', 'read')) <> ${TAKEN}
      or (m.sent_at is null and m.status in ('sent', 'delivered', 'read'))
    union all
    select 'message_' || m.id from messages m
    where (m.status = 'delivered' and m.delivered_at is null) or (m.status = 'read' and m.read_at is null)
      or (m.status in ('delivered', 'read') and not exists (
        select from message_receipts r where r.creditor_id = m.creditor_id and r.message_id = m.id and r.kind in ('delivered', 'read')))`,
})
