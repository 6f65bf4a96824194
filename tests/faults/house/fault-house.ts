import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import { migrateDatabase } from '@repactua/api/platform/db/migrate.ts'
import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { seededRandom, type Random } from '../../../scripts/demo/random.ts'
import { findFreePort } from '../../../scripts/embedded/free-port.ts'
import { ensureOwnerDatabase, urlOf } from '../../../scripts/embedded/owner-database.ts'
import type { TestApp } from '../../support/app.ts'
import { startDatabaseServer, type DatabaseServer } from './database-server.ts'
import { houseProcess, type HouseProcess } from './house-process.ts'
import { startMailSink, type MailSink } from './mail-sink.ts'
import { startProxy, type Proxy } from './proxy.ts'

// As in production: a process that starts again finds its code compiled.
const NODE_COMPILE_CACHE = join(import.meta.dirname, '../../../node_modules/.cache/compiled')

/** A whole installation as real processes: the API and the worker reach their PostgreSQL by a wire that is ours to cut. */
export interface FaultHouse {
  seed: number
  random: Random
  url: string
  ownerUrl: string
  database: DatabaseServer
  wire: Proxy
  api: HouseProcess
  worker: HouseProcess
  /** A second worker beside the first, not started yet. */
  secondWorker: HouseProcess
  mails: MailSink
  /** For builders: speaks to the API over HTTP; its platform reaches the database without the wire. */
  test: TestApp
  /** What the builders' platform is: the same keys, the same database, another process. */
  platform: Platform
  close(): Promise<void>
}

/** Opens it with the API running and no worker yet. */
export async function openFaultHouse(seed: number): Promise<FaultHouse> {
  const home = mkdtempSync(join(tmpdir(), 'repactua-faults-'))
  const random = seededRandom(seed)
  const database = await startDatabaseServer(home)
  const { ownerUrl, appUrl } = await makeDatabase(database.adminUrl)
  const [wire, mails, port] = [await startProxy(database.port, random), await startMailSink(), await findFreePort()]
  const url = `http://127.0.0.1:${port}`
  const env = { DATA_DIR: home, DATABASE_URL: overWire(appUrl, wire), SMTP_URL: mails.url, PORT: String(port), RATE_LIMIT: 'off', LOG_LEVEL: 'info', NODE_COMPILE_CACHE }
  const processes = programs(env, home, url)
  await processes.api.start()
  const { platform, close } = compose(readConfig({ ...env, DATABASE_URL: appUrl }))
  const test = { http: supertest(url), platform } as unknown as TestApp
  return {
    seed, random, url, ownerUrl, database, wire, ...processes, mails, test, platform,
    async close() {
      await close()
      wire.heal()
      await Promise.all([processes.api, processes.worker, processes.secondWorker].map((one) => one.stop()))
      wire.close()
      mails.close()
      await database.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function makeDatabase(adminUrl: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const ownerUrl = await ensureOwnerDatabase(adminUrl, 'faults', 'owner')
  const migrationsDir = join(import.meta.dirname, '../../../migrations')
  const { appUrl } = await migrateDatabase({ ownerUrl, appPassword: 'app', migrationsDir, queues: QUEUES })
  return { ownerUrl, appUrl }
}

function overWire(appUrl: string, { port }: Proxy): string {
  const url = new URL(urlOf(appUrl, {}))
  url.port = String(port)
  return url.href
}

function programs(env: Record<string, string>, logDir: string, url: string) {
  const worker = (name: string) => houseProcess({ name, program: 'api/src/worker.ts', env, logDir, isReady: (log) => log.includes('worker is ready') })
  const api = houseProcess({ name: 'api', program: 'api/src/server.ts', env, logDir, isReady: () => answersOk(`${url}/readyz`) })
  return { api, worker: worker('worker'), secondWorker: worker('second-worker') }
}

async function answersOk(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  await answer?.arrayBuffer().catch(() => null)
  return answer?.ok ?? false
}
