import { provenBySql } from './invariant.ts'

export const signedHashes = provenBySql({
  name: 'signed-hashes',
  claim: 'the hash that was signed is the hash of the term, and of the words of an amendment',
  count: '(select count(*) from signatures) + (select count(*) from amendments)',
  broken: `
    select 'agreement_' || a.id as id from agreements a join signatures s on s.creditor_id = a.creditor_id and s.agreement_id = a.id
    where s.term_sha256 <> a.term_sha256
    union all
    select 'agreement_' || a.id from agreements a where (a.signed_at is not null and a.court_order is null) <> exists (
      select from signatures s where s.creditor_id = a.creditor_id and s.agreement_id = a.id)
    union all
    select 'amendment_' || m.id from amendments m join amendment_quotes q on q.creditor_id = m.creditor_id and q.id = m.id
    where q.sha256 <> sha256(convert_to(q.document::jsonb ->> 'text', 'UTF8'))`,
})
