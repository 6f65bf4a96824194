import type { JobData, Queue } from '@repactua/api/platform/jobs/queues.ts'
import type { rowsOf } from './rows.ts'

/** Takes what waits in a queue out of it, so that a test does the work by itself. */
export async function takeJobs<Q extends Queue>(rows: ReturnType<typeof rowsOf>, queue: Q): Promise<JobData[Q][]> {
  const taken = await rows<{ data: JobData[Q] }>("delete from pgboss.job where name = $1 and state = 'created' returning data", [queue])
  return taken.map(({ data }) => data)
}
