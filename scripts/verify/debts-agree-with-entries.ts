import { provenBySql } from './invariant.ts'

const BALANCE = `
  coalesce((select sum(case l.side when 'debit' then l.cents else -l.cents end)
    from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
    where e.creditor_id = a.creditor_id and e.agreement_id = a.id and l.account = 'debts' and l.debt_id = ad.debt_id), 0)`

const COUNTED = `
  coalesce((select sum(p.cents) from debt_payments p where p.creditor_id = a.creditor_id and p.agreement_id = a.id and p.debt_id = ad.debt_id), 0)`

export const debtsAgreeWithEntries = provenBySql({
  name: 'debts-agree-with-entries',
  claim: 'a debt is in the books with what its plan took over, and with what was paid of it once the plan ended early',
  count: 'select count(*) from agreement_debts ad join agreements a on a.creditor_id = ad.creditor_id and a.id = ad.agreement_id where a.signed_at is not null',
  broken: `
    select 'debt_' || ad.debt_id as id from agreements a
      join agreement_debts ad on ad.creditor_id = a.creditor_id and ad.agreement_id = a.id
      join debts d on d.creditor_id = ad.creditor_id and d.id = ad.debt_id
    where a.signed_at is not null and ${BALANCE} <> case
      when a.status in ('awaiting_first_payment', 'active', 'settled') or a.option_document::jsonb #>> '{breakRule,effect}' = 'novation' and a.status = 'broken' then -ad.balance_cents
      else -${COUNTED} end`,
})
