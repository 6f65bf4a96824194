import { provenBySql } from './invariant.ts'

// An answer is kept in the transaction of its effect: one that is in flight is not to be seen, so what is seen is an answer.
export const nothingInFlight = provenBySql({
  name: 'nothing-in-flight',
  claim: 'no idempotency key is without its answer',
  count: 'select count(*) from idempotency_keys',
  broken: "select method || ' ' || path as id from idempotency_keys where status not between 200 and 299 or octet_length(body_sealed) = 0",
})
