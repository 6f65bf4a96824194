import { setTimeout as pause } from 'node:timers/promises'
import { none, quantile, type FaultRun } from './fault-run.ts'
import { openClients } from './open-clients.ts'

const EACH_WAY_MS = 150
const RESET_PER_MILLE = 50
const LENGTH_MS = 30_000

/** Every answer of PostgreSQL takes 300 ms longer. */
export const slowDatabase: FaultRun = {
  name: 'slow-database',
  what: `the wire takes ${2 * EACH_WAY_MS} ms longer, there and back`,
  isShort: false,
  async run(house, load) {
    await load.more(20)
    const slow = performance.now()
    house.wire.delay(EACH_WAY_MS)
    await pause(LENGTH_MS)
    const healed = performance.now()
    house.wire.heal()
    await load.more(20)
    const meanwhile = load.journal.answers.filter(({ at }) => at > slow && at < healed)
    return [none('errors meanwhile', meanwhile.filter(({ status }) => status >= 500).length), quantile('an answer (p99)', meanwhile.map(({ ms }) => ms), 0.99, 3_000)]
  },
}

/** Connections to PostgreSQL break in the middle of what they carry. */
export const brokenConnections: FaultRun = {
  name: 'broken-connections',
  what: `${RESET_PER_MILLE / 10} % of what goes over the wire is answered with a reset`,
  isShort: false,
  async run(house, load) {
    await load.more(20)
    house.wire.resetSome(RESET_PER_MILLE)
    await pause(LENGTH_MS)
    house.wire.heal()
    await load.more(20)
    return [await openClients(house)]
  },
}
