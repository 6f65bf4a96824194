import { setTimeout as pause } from 'node:timers/promises'
import { sendDue } from './sending/send-due.ts'
import type { SendingDesk } from './sending/sending-desk.ts'

const PAUSE_MS = 1_000

/** Sends what is due, round after round, until the returned function is called; that waits for the round in course. */
export function runMessages(desk: SendingDesk): () => Promise<void> {
  const stopping = new AbortController()
  const running = rounds()
  return async () => {
    stopping.abort()
    await running
  }

  async function rounds(): Promise<void> {
    while (!stopping.signal.aborted) {
      const done = await sendDue(desk).catch((error: unknown) => {
        desk.logger.error({ err: error }, 'sending failed')
        return 0
      })
      if (done === 0) await pause(PAUSE_MS, null, { signal: stopping.signal }).catch(() => undefined)
    }
  }
}
