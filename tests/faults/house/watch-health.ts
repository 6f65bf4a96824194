import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 25

interface Look {
  at: number
  live: boolean
  ready: boolean
}

/** Looks at /livez and /readyz all the time, so that a run can say when they changed. */
export interface HealthWatch {
  /** Milliseconds from an instant of `performance.now()` until /readyz said so; waits until it does. */
  until(ready: boolean, since: number): Promise<number>
  /** How often /livez did not answer 200 since an instant. */
  deadLooks(since: number): number
  end(): Promise<void>
}

export function watchHealth(url: string): HealthWatch {
  const looks: Look[] = []
  let over = false
  const watching = (async () => {
    for (; !over; await pause(LOOK_EVERY_MS)) {
      const [live, ready] = await Promise.all([answers(`${url}/livez`), answers(`${url}/readyz`)])
      looks.push({ at: performance.now(), live, ready })
    }
  })()
  return {
    async until(ready, since) {
      for (; ; await pause(LOOK_EVERY_MS)) {
        const look = looks.find((one) => one.at > since && one.ready === ready)
        if (look) return Math.round(look.at - since)
      }
    },
    deadLooks: (since) => looks.filter((one) => one.at > since && !one.live).length,
    async end() {
      over = true
      await watching
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
  await answer?.arrayBuffer().catch(() => null)
  return answer?.status === 200
}
