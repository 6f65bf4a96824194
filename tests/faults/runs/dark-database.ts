import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '../load/journal.ts'
import { within, type Bar, type FaultRun } from './fault-run.ts'
import { openClients } from './open-clients.ts'

const WHOLE_DARKNESS_MS = 30_000
const REFUSALS_IN_SHORT = 12

/** The network to the database swallows everything. Nobody is told, so only one's own time-outs end anything. */
export const darkDatabase: FaultRun = {
  name: 'dark-database',
  what: 'the wire to PostgreSQL swallows every byte for a while, then heals',
  isShort: true,
  async run(house, load, size) {
    await load.more(20)
    const dark = performance.now()
    house.wire.goDark()
    if (size === 'whole') await pause(WHOLE_DARKNESS_MS)
    await until(() => load.journal.answers.filter(({ status }) => status === 503).length >= REFUSALS_IN_SHORT)
    const healed = performance.now()
    house.wire.heal()
    await load.more(30)
    return [...barsOfDarkness(load.journal.answers, dark, healed), await openClients(house)]
  },
}

/** What an outage from `dark` to `healed` is held against. */
export function barsOfDarkness(answers: readonly Answer[], dark: number, healed: number): Bar[] {
  const inTheDark = answers.filter(({ at }) => at >= dark && at < healed)
  const firstGood = answers.filter(({ status, at, ms }) => status < 300 && at + ms > healed).map(({ at, ms }) => at + ms - healed)
  return [
    within('a request ends while nothing answers', inTheDark.map(({ ms }) => ms), 3_000),
    within('first success after healing', [Math.min(...firstGood)], 2_000),
  ]
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(20)
}
