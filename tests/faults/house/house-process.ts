import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lastLines, startGuarded, type GuardedProcess } from '../../../scripts/embedded/guarded-process.ts'

const ROOT = join(import.meta.dirname, '../../..')
const GIVE_UP_AFTER_MS = 60_000

/** The API or the worker as a process of its own, that can be killed and started again. */
export interface HouseProcess {
  /** Starts it and waits until it is ready; gives the milliseconds that this took. `env` is over the usual one. */
  start(env?: Record<string, string>): Promise<number>
  /** Ends it without a word, whatever it is doing. */
  kill(): Promise<void>
  /** Asks it to end; gives its exit code and the milliseconds that this took. */
  stop(): Promise<{ code: number; ms: number }>
  /** What it has logged since its last start. */
  log(): string
  /** Resident memory of the program, in bytes. */
  memory(): number
}

interface HouseProgram {
  name: string
  program: string
  env: Record<string, string>
  logDir: string
  /** True once it can be worked with. */
  isReady(log: string): boolean | Promise<boolean>
}

export function houseProcess({ name, program, env: usual, logDir, isReady }: HouseProgram): HouseProcess {
  let child: GuardedProcess | null = null
  let starts = 0
  const logFile = () => join(logDir, `${name}-${starts}.log`)
  const log = () => (existsSync(logFile()) ? readFileSync(logFile(), 'utf8') : '')
  return {
    log,
    async start(env = {}) {
      const begun = performance.now()
      starts += 1
      child = startGuarded({ command: process.execPath, args: [program], cwd: ROOT, env: { ...process.env, ...usual, ...env }, logFile: logFile(), orphanSignal: 'TERM' })
      if (!(await untilReady(child, () => isReady(log())))) throw new Error(`${name} did not become ready:\n${lastLines(logFile())}`)
      return performance.now() - begun
    },
    async kill() {
      await child?.stop('SIGKILL', 5_000)
      child = null
    },
    async stop() {
      const begun = performance.now()
      await child?.stop('SIGTERM', 20_000)
      const code = (await child?.exited) ?? 0
      child = null
      return { code, ms: performance.now() - begun }
    },
    memory: () => (child ? residentBytes(child.pid) : 0),
  }
}

async function untilReady(child: GuardedProcess, isReady: () => boolean | Promise<boolean>): Promise<boolean> {
  let ended = false
  void child.exited.then(() => (ended = true))
  for (const begun = Date.now(); !ended && Date.now() - begun < GIVE_UP_AFTER_MS; await pause(20)) {
    if (await isReady()) return true
  }
  return false
}

// The guard is a shell; the program is its largest child.
function residentBytes(guard: number): number {
  const children = readFileSync(`/proc/${guard}/task/${guard}/children`, 'utf8').trim().split(' ')
  const pages = children.map((pid) => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]))
  return Math.max(...pages) * 4_096
}
