import { provenBySql } from './invariant.ts'

const SIGNED = "case l.side when 'debit' then l.cents else -l.cents end"

export const entriesBalance = provenBySql({
  name: 'entries-balance',
  claim: 'debits equal credits, in each entry and in all',
  count: 'select count(*) from ledger_entries',
  broken: `
    select 'entry_' || e.id as id from ledger_entries e left join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
    group by e.creditor_id, e.id having coalesce(sum(${SIGNED}), 1) <> 0
    union all select 'all entries' from ledger_lines l having sum(${SIGNED}) <> 0`,
})
