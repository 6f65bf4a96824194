import { provenBySql } from './invariant.ts'

export const paidAtMostDue = provenBySql({
  name: 'paid-at-most-due',
  claim: 'an installment takes what it comes to and no more, and its status says how far it is paid',
  count: 'select count(*) from installments',
  broken: `
    select 'agreement_' || agreement_id || ' installment ' || number as id from installments
    where paid_cents not between 0 and amount_cents
      or status = 'paid' and paid_cents <> amount_cents
      or status = 'partly_paid' and (paid_cents = 0 or paid_cents = amount_cents)
      or status = 'open' and paid_cents <> 0
      or status = 'cancelled' and paid_cents = amount_cents`,
})
