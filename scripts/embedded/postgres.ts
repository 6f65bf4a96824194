import { setTimeout as pause } from 'node:timers/promises'
import { opens } from '@repactua/api/platform/db/opens.ts'
import { assertPortFree } from './free-port.ts'
import { type GuardedProcess, lastLines, startGuarded } from './guarded-process.ts'
import { ensureCluster } from './initialise-cluster.ts'
import { type Account, postgresAccount } from './postgres-account.ts'
import { placeBinaries } from './postgres-places.ts'
import { waitForFormerServer } from './stale-server.ts'

export interface PostgresOptions {
  clusterDir: string
  port: number
  /** Names the variable in the message about a taken port. */
  portVariable: string
  superuserPassword: string
  logFile: string
  /** Server settings over the defaults, e.g. `{fsync: 'off'}`. */
  settings?: Readonly<Record<string, string>>
}

export interface PostgresServer {
  /** URL of the superuser, database `postgres`. */
  adminUrl: string
  exited: Promise<number>
  stop(): Promise<void>
}

const READY_WITHIN_MS = 60_000

/** Starts the PostgreSQL that comes by npm, making its cluster the first time. Listens on loopback only. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = postgresAccount(options.clusterDir)
  const binaries = placeBinaries(account)
  const clusterDir = await ensureCluster(binaries.initdb, account, options)
  await waitForFormerServer(clusterDir)
  await assertPortFree(options.port, options.portVariable)
  const server = launch(binaries.postgres, clusterDir, account, options)
  const adminUrl = `postgres://postgres:${options.superuserPassword}@127.0.0.1:${options.port}/postgres`
  await untilReady(server, adminUrl, options.logFile)
  return { adminUrl, exited: server.exited, stop: () => server.stop('SIGINT', 15_000) }
}

function launch(
  postgres: string,
  clusterDir: string,
  account: Account | undefined,
  options: PostgresOptions,
): GuardedProcess {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options.settings }
  return startGuarded({
    command: postgres,
    args: ['-D', clusterDir, '-p', String(options.port), ...Object.entries(settings).flatMap(asFlag)],
    cwd: '/',
    env: process.env,
    logFile: options.logFile,
    orphanSignal: 'INT',
    ...(account ? { owner: account } : {}),
  })
}

function asFlag([name, value]: [string, string]): string[] {
  return ['-c', `${name}=${value}`]
}

async function untilReady(server: GuardedProcess, adminUrl: string, logFile: string): Promise<void> {
  let ended = false
  void server.exited.then(() => (ended = true))
  for (const start = Date.now(); Date.now() - start < READY_WITHIN_MS; await pause(25)) {
    if (await opens(adminUrl, 2_000)) return
    if (ended) throw new Error(`PostgreSQL did not start:\n${lastLines(logFile)}`)
  }
  await server.stop('SIGINT', 1_000)
  throw new Error(`PostgreSQL was not ready in time:\n${lastLines(logFile)}`)
}
