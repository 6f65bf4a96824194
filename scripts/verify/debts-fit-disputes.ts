import { provenBySql } from './invariant.ts'

export const debtsFitDisputes = provenBySql({
  name: 'debts-fit-disputes',
  claim: 'a debt that is owed and in no agreement is disputed or on hold just where a dispute or a hold says so',
  count: "select count(*) from debts where status in ('open', 'disputed', 'on_hold')",
  broken: `
    select 'debt_' || id as id from debts
    where status in ('open', 'disputed', 'on_hold') and status <> standing_status(creditor_id, id)`,
})
