import { setTimeout as pause } from 'node:timers/promises'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { deliverDue } from './deliveries/deliver-due.ts'
import { relayEvents } from './relay-events.ts'

const PAUSE_MS = 1_000

/** Relays and delivers, round after round, until the returned function is called; that waits for the round in course. */
export function runWebhooks({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): () => Promise<void> {
  const stopping = new AbortController()
  const running = rounds()
  return async () => {
    stopping.abort()
    await running
  }

  async function rounds(): Promise<void> {
    while (!stopping.signal.aborted) {
      const done = await round().catch((error: unknown) => {
        logger.error({ err: error }, 'webhooks failed')
        return 0
      })
      if (done === 0) await pause(PAUSE_MS, null, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  async function round(): Promise<number> {
    return (await relayEvents(platform)) + (await deliverDue(platform))
  }
}
