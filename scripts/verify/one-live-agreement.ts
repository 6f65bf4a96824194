import { provenBySql } from './invariant.ts'

export const oneLiveAgreement = provenBySql({
  name: 'one-live-agreement',
  claim: 'a debt is in one live agreement at most',
  count: 'select count(*) from agreement_debts where live',
  broken: "select 'debt_' || debt_id as id from agreement_debts where live group by creditor_id, debt_id having count(*) > 1",
})
