import { setTimeout as pause } from 'node:timers/promises'
import type { JobDesk } from './job-desk.ts'

const PAUSE_MS = 1_000

/** Something that is done again and again; each round tells how much there was to do. */
export interface Rounds {
  name: string
  logger: JobDesk['logger']
  round(): Promise<number>
}

/**
 * Does round after round, with a pause where there was nothing to do or one failed, until the returned function is called; that
 * waits for the round in course.
 */
export function runRounds({ name, logger, round }: Rounds): () => Promise<void> {
  const stopping = new AbortController()
  const running = rounds()
  return async () => {
    stopping.abort()
    await running
  }

  async function rounds(): Promise<void> {
    while (!stopping.signal.aborted) {
      const done = await round().catch((error: unknown) => {
        logger.error({ err: error }, `${name} failed`)
        return 0
      })
      if (done === 0) await pause(PAUSE_MS, null, { signal: stopping.signal }).catch(() => undefined)
    }
  }
}
