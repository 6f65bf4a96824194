import { provenBySql } from './invariant.ts'

const balance = (account: string) => `
  coalesce((select sum(case l.side when 'debit' then l.cents else -l.cents end)
    from ledger_entries e join ledger_lines l on l.creditor_id = e.creditor_id and l.entry_id = e.id
    where e.creditor_id = a.creditor_id and e.agreement_id = a.id and l.account = '${account}'), 0)`

const OPEN = `
  coalesce((select sum(i.amount_cents - i.paid_cents) from installments i
    where i.creditor_id = a.creditor_id and i.agreement_id = a.id and i.status <> 'cancelled'), 0)`

export const agreementsAgreeWithEntries = provenBySql({
  name: 'agreements-agree-with-entries',
  claim: 'a plan in course owes what is open of its installments; one that ended owes nothing and leaves nothing on condition',
  count: 'select count(*) from agreements where signed_at is not null',
  broken: `
    select 'agreement_' || a.id as id from agreements a
    where case when a.status in ('awaiting_first_payment', 'active')
        then ${balance('receivable')} <> ${OPEN}
          or (select count(*) from ledger_entries e where e.creditor_id = a.creditor_id and e.agreement_id = a.id and e.event in ('agreed', 'opened')) <> 1
        else ${balance('receivable')} <> 0 or ${balance('conditional_discount')} <> 0 or ${balance('interest_to_come')} <> 0 end`,
})
