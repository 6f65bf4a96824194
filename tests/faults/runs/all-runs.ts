import { darkDatabase } from './dark-database.ts'
import type { FaultRun } from './fault-run.ts'
import { killApi } from './kill-api.ts'
import { killPostmaster } from './kill-postmaster.ts'

/** Every fault that can be run, in the order of the table. */
export const ALL_RUNS: readonly FaultRun[] = [killApi, killPostmaster, darkDatabase]
