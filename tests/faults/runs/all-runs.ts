import { brokenConnections, slowDatabase } from './bad-wire.ts'
import { darkDatabase } from './dark-database.ts'
import type { FaultRun } from './fault-run.ts'
import { hangDatabase } from './hang-database.ts'
import { jumpingClock } from './jumping-clock.ts'
import { killApi } from './kill-api.ts'
import { killPostmaster } from './kill-postmaster.ts'
import { killSender } from './kill-sender.ts'
import { killWorker } from './kill-worker.ts'
import { overload } from './overload.ts'
import { parallelPayments } from './parallel-payments.ts'
import { slowConnections } from './slow-connections.ts'
import { stopPolitely } from './stop-politely.ts'
import { twoWorkers } from './two-workers.ts'

/** Every fault that can be run, in the order of the table. */
export const ALL_RUNS: readonly FaultRun[] = [
  killApi, killPostmaster, darkDatabase, hangDatabase, slowDatabase, brokenConnections, killWorker, killSender, twoWorkers, parallelPayments,
  jumpingClock, overload, slowConnections, stopPolitely,
]
