import { provenBySql } from './invariant.ts'

export const jobsHaveOneState = provenBySql({
  name: 'jobs-have-one-state',
  claim: 'no job is both done and pending',
  count: 'select count(*) from pgboss.job',
  broken: `
    select 'job ' || id as id from pgboss.job
    where state in ('created', 'retry', 'active') and completed_on is not null or state = 'completed' and completed_on is null`,
})
