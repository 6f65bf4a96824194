import { provenBySql } from './invariant.ts'

const posted = (event: string, side: string) => `
  (select sum(l.cents) from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
    where e.creditor_id = x.creditor_id and e.source_id = x.id and e.event = '${event}' and l.account = 'held' and l.side = '${side}')`

export const heldAgreesWithEntries = provenBySql({
  name: 'held-agrees-with-entries',
  claim: 'money that needs a person is held in the books until it is resolved, and not a moment longer',
  count: 'select count(*) from payment_exceptions',
  broken: `
    select 'exception_' || x.id as id from payment_exceptions x
    where ${posted('held', 'credit')} is distinct from case when x.reason <> 'reference_reused' then x.amount_cents end
      or ${posted('released', 'debit')} is distinct from case when x.reason <> 'reference_reused' and x.resolved_at is not null then x.amount_cents end
    union
    select 'entry_' || e.id from ledger_entries e
    where e.event in ('held', 'released') and not exists (select from payment_exceptions x where x.creditor_id = e.creditor_id and x.id = e.source_id)`,
})
