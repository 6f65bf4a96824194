import { within, type FaultRun } from './fault-run.ts'

/** The API dies in the middle of its work, again and again. */
export const killApi: FaultRun = {
  name: 'kill-api',
  what: 'the API is killed (SIGKILL) under load and started again',
  isShort: true,
  async run(house, load, size) {
    const readyMs: number[] = []
    for (let left = size === 'short' ? 2 : 20; left > 0; left -= 1) {
      await load.more(house.random.whole(3, 25))
      await house.api.kill()
      readyMs.push(await house.api.start())
    }
    await load.more(10)
    return [within('ready again after a kill', readyMs, 3_000)]
  },
}
