import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll } from 'vitest'
import { buildApp } from '@repactua/api/app.ts'
import { readConfig } from '@repactua/api/config.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { startApp, type TestApp } from './app.ts'

/** The whole application with every line of its log, down to the smallest. Call it at the top level. */
export async function startLoggedApp(): Promise<TestApp & { lines: string[] }> {
  const base = await startApp()
  const lines: string[] = []
  const dataDir = mkdtempSync(join(tmpdir(), 'repactua-logged-'))
  const config = readConfig({ DATABASE_URL: base.db.appUrl, SMTP_URL: 'smtp://127.0.0.1:1', RATE_LIMIT: 'off', DATA_DIR: dataDir })
  const app = await buildApp(config, base.platform, createLogger('trace', { write: (line) => void lines.push(line) }))
  await app.ready()
  afterAll(async () => {
    await app.close()
    rmSync(dataDir, { recursive: true })
  })
  return { ...base, app, http: supertest(app.server), lines }
}
