import { hoursUntilOpen } from '../../core/calendar/contact-hours.ts'
import { localHourOf } from '../../platform/clock.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { JobData, Queue } from '../../platform/jobs/queues.ts'

const HOUR_SECONDS = 3_600

/** Does a job that writes to a person, or puts it off to the next hour in which they may be written to. */
export async function inContactHours<Q extends Queue, D extends Pick<JobDesk, 'platform'>>(desk: D, { queue, data, tell }: { queue: Q; data: JobData[Q]; tell: (desk: D, data: JobData[Q]) => Promise<void> }): Promise<void> {
  const { clock } = desk.platform
  const hours = hoursUntilOpen({ on: clock.today(), hour: localHourOf(clock.now()) })
  if (hours === 0) return tell(desk, data)
  await desk.platform.transact({ kind: 'system' }, { nobody: true }, (work) => work.jobs.send(work.tx, queue, data, { delaySeconds: hours * HOUR_SECONDS }))
}
