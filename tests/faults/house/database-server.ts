import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../../../scripts/embedded/free-port.ts'
import { startPostgres, type PostgresServer } from '../../../scripts/embedded/postgres.ts'

/** A PostgreSQL of one's own that can be killed, frozen and started again on the same rows. */
export interface DatabaseServer {
  readonly port: number
  readonly adminUrl: string
  /** Ends the postmaster without a word; its sessions notice by themselves. Resolves when it is gone. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Stops or continues every process of the server, so that it neither answers nor hangs up. */
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}

/** Starts it with its own care for the disk: what it acknowledges, it keeps. */
export async function startDatabaseServer(home: string): Promise<DatabaseServer> {
  chmodSync(home, 0o711)
  const port = await findFreePort()
  const clusterDir = join(home, 'data')
  const open = () => startPostgres({ clusterDir, port, portVariable: 'PG_PORT', superuserPassword: 'fault', logFile: join(home, 'postgres.log'), settings: { max_connections: '100', autovacuum: 'off' } })
  let server: PostgresServer = await open()
  const postmaster = () => Number(readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  const signalAll = (signal: NodeJS.Signals) => [postmaster(), ...childrenOf(postmaster())].forEach((pid) => process.kill(pid, signal))
  return {
    port,
    adminUrl: server.adminUrl,
    async kill() {
      process.kill(postmaster(), 'SIGKILL')
      await server.exited
    },
    async start() {
      server = await untilFree(open)
    },
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    stop: () => server.stop(),
  }
}

// The sessions of a killed postmaster hold its shared memory until they have noticed: a start before that is refused.
async function untilFree(open: () => Promise<PostgresServer>): Promise<PostgresServer> {
  for (let left = 40; ; left -= 1) {
    try {
      return await open()
    } catch (error) {
      if (left === 0) throw error
    }
  }
}

function childrenOf(parent: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = table.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.flatMap(([pid, ppid]) => (ppid === parent ? [pid!] : []))
}
