import { none, within, type FaultRun } from './fault-run.ts'

/** The API is asked to end in the middle of its work, as at every new version. */
export const stopPolitely: FaultRun = {
  name: 'stop-politely',
  what: 'the API and the worker are asked to end (SIGTERM) under load and started again',
  isShort: false,
  async run(house, load) {
    const [endMs, codes, asked]: [number[], number[], number[]] = [[], [], []]
    for (let left = 20; left > 0; left -= 1) {
      await load.more(house.random.whole(3, 25))
      asked.push(performance.now())
      const ends = await Promise.all([house.api.stop(), house.worker.stop()])
      endMs.push(...ends.map(({ ms }) => ms))
      codes.push(...ends.map(({ code }) => code))
      await Promise.all([house.api.start(), house.worker.start()])
    }
    await load.more(10)
    const { unanswered } = load.journal
    const cut = unanswered.filter(({ at, until }) => asked.some((instant) => at < instant && until > instant)).length
    return [within('the end', endMs, 10_000), none('exit codes other than 0', codes.filter((code) => code !== 0).length), none('requests in flight that got no answer', cut)]
  },
}
