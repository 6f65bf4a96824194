import { provenBySql } from './invariant.ts'

export const messagesGoOnce = provenBySql({
  name: 'messages-go-once',
  claim: 'no message is with two carriers at once, and none went to a second after the first had taken it and did not give it back',
  count: 'select count(*) from messages',
  broken: `
    select 'message_' || message_id as id from message_attempts
    where status in ('sending', 'in_doubt', 'accepted')
    group by creditor_id, message_id having count(*) > 1`,
})
