import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll } from 'vitest'
import { buildApp } from '@repactua/api/app.ts'
import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { database, type TestDatabase } from './database.ts'
import { createMovableClock, type MovableClock } from './movable-clock.ts'

export interface TestApp {
  app: Awaited<ReturnType<typeof buildApp>>
  platform: Platform
  db: TestDatabase
  clock: MovableClock
  /** A client for requests over HTTP. Cookies are kept by `supertest.agent(app.server)`. */
  http: ReturnType<typeof supertest>
}

/** A Saturday at noon in São Paulo: the day of the worked examples. */
export const SOME_DAY = '2026-11-21T15:00:00.000Z'

/** The whole application on a fresh database, closed after the file's last test. Call it at the top level. */
export async function startApp(env: Record<string, string> = {}): Promise<TestApp> {
  const db = await database()
  const dataDir = mkdtempSync(join(tmpdir(), 'repactua-app-'))
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: db.appUrl, SMTP_URL: 'smtp://127.0.0.1:1', RATE_LIMIT: 'off', LOG_LEVEL: 'silent', ...env })
  const clock = createMovableClock(new Date(SOME_DAY))
  const { platform, close } = compose(config, clock)
  const app = await buildApp({ ...config, shedsLoad: false }, platform, createLogger(config.logLevel))
  await app.ready()
  afterAll(async () => {
    await app.close()
    await close()
    rmSync(dataDir, { recursive: true })
  })
  return { app, platform, db, clock, http: supertest(app.server) }
}
