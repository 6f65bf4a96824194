import { setTimeout as pause } from 'node:timers/promises'
import { barsOfDarkness } from './dark-database.ts'
import type { FaultRun } from './fault-run.ts'
import { openClients } from './open-clients.ts'

const FROZEN_MS = 30_000

/** PostgreSQL stands still: it takes connections and answers nothing. */
export const hangDatabase: FaultRun = {
  name: 'hang-database',
  what: `every process of PostgreSQL is stopped (SIGSTOP) for ${FROZEN_MS / 1_000} s and goes on`,
  isShort: false,
  async run(house, load) {
    await load.more(20)
    const frozen = performance.now()
    house.database.freeze()
    await pause(FROZEN_MS)
    const thawed = performance.now()
    house.database.thaw()
    await load.more(30)
    return [...barsOfDarkness(load.journal.answers, frozen, thawed), await openClients(house)]
  },
}
