import { provenBySql } from './invariant.ts'

const FIRST = "sha256('')"

export const auditChain = provenBySql({
  name: 'audit-chain',
  claim: 'each audit entry covers the one before it, up to the head, and says what it is filed under',
  count: 'select count(*) from audit_entries',
  broken: `
    with chain as (
      select *, lag(sequence, 1, 0) over own as before, lag(hash, 1, ${FIRST}) over own as hash_before
      from audit_entries window own as (partition by creditor_id order by sequence))
    select 'creditor_' || creditor_id || ' audit ' || sequence as id from chain
    where sequence <> before + 1 or previous_hash <> hash_before or hash <> sha256(previous_hash || mac || convert_to(payload, 'UTF8'))
      or payload::jsonb ->> 'type' <> action or payload::jsonb ->> 'subject' <> subject or payload::jsonb ->> 'creditorId' <> creditor_id::text
      or payload::jsonb ->> 'actor' <> actor or abs(extract(epoch from (payload::jsonb ->> 'at')::timestamptz - at)) > 1
      or coalesce(payload::jsonb ->> 'previous', encode(previous_hash, 'hex')) <> encode(previous_hash, 'hex')
    union all
    select 'creditor_' || h.creditor_id || ' audit head' from audit_heads h
      left join lateral (select e.sequence, e.hash from audit_entries e where e.creditor_id = h.creditor_id order by e.sequence desc limit 1) last on true
    where h.sequence <> coalesce(last.sequence, 0) or h.hash <> coalesce(last.hash, ${FIRST})
    union all
    select distinct 'creditor_' || creditor_id || ' audit head' from audit_entries e where not exists (select from audit_heads h where h.creditor_id = e.creditor_id)`,
})
