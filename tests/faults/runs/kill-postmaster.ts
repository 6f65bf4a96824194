import { watchHealth } from '../house/watch-health.ts'
import { none, within, type FaultRun } from './fault-run.ts'

/** PostgreSQL dies with all its sessions and recovers from its log. */
export const killPostmaster: FaultRun = {
  name: 'kill-postmaster',
  what: 'the postmaster is killed (SIGKILL) under load and started again',
  isShort: true,
  async run(house, load, size) {
    const health = watchHealth(house.url)
    const begun = performance.now()
    const [downMs, upMs]: number[][] = [[], []]
    for (let left = size === 'short' ? 2 : 10; left > 0; left -= 1) {
      await load.more(house.random.whole(3, 25))
      const killed = performance.now()
      await house.database.kill()
      downMs!.push(await health.until(false, killed))
      await house.database.start()
      upMs!.push(await health.until(true, performance.now()))
    }
    await load.more(10)
    await health.end()
    return [
      within('/readyz says 503 after a kill', downMs!, 2_000),
      within('/readyz says 200 after recovery', upMs!, 2_000),
      none('looks at which /livez was not 200', health.deadLooks(begun)),
    ]
  },
}
