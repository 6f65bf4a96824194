import type { JobDesk } from './job-desk.ts'
import { createBoss } from './boss.ts'
import type { JobData, Queue } from './queues.ts'

type Workers = { [Q in Queue]: (data: JobData[Q]) => Promise<void> }

const POLL_SECONDS = 0.5
/** What starts by itself, in the time of São Paulo: minute, hour, day. An hour that nobody worked in is made up for by the next. */
const SCHEDULED: Partial<Record<Queue, string>> = {
  'watch-arrears': '7 1 * * *', 'purge-expired': '17 3 * * *', 'remind-installments': '7 8-16 * * 1-5', 'tidy-pix-charges': '* * * * *', 'sweep-all-pix': '*/15 * * * *',
  'sweep-card-checkouts': '*/10 * * * *', 'alarm-conversations': '23 9-18 * * 1-5',
  'plan-rulers': '3 8-16 * * 1-5',
}

/** Works off every queue until the returned function is called; a job that throws is tried again by pg-boss. */
export async function runJobs(desk: JobDesk, workers: Workers): Promise<() => Promise<void>> {
  // On the patient pool: an answer that is dropped for its lateness would leave a claimed job with nobody.
  const boss = createBoss(desk.platform.bulkPool, (error) => desk.logger.error({ err: error }, 'jobs failed'), { supervise: true })
  await boss.start()
  for (const queue of Object.keys(workers) as Queue[]) {
    await boss.work<JobData[Queue]>(queue, { pollingIntervalSeconds: POLL_SECONDS }, async ([job]) => {
      if (!job) return
      await runOne(desk, queue, () => (workers[queue] as (data: unknown) => Promise<void>)(job.data))
    })
  }
  for (const [queue, cron] of Object.entries(SCHEDULED)) await boss.schedule(queue, cron, {}, { tz: 'America/Sao_Paulo' })
  return () => boss.stop({ graceful: true, timeout: 8_000 })
}

async function runOne(desk: JobDesk, queue: Queue, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    desk.logger.error({ err: error, queue }, 'job failed')
    throw error
  }
}
