import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '@repactua/api/app.ts'
import { compose, type Composition } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { migrateDatabase } from '@repactua/api/platform/db/migrate.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'
import { ensureOwnerDatabase } from '../embedded/owner-database.ts'
import { startThrowawayPostgres } from '../embedded/throwaway-postgres.ts'

/** The whole application over a database of its own that goes with it. */
export interface BenchHouse {
  app: Awaited<ReturnType<typeof buildApp>>
  platform: Platform
  ownerUrl: string
  /** The same rows for another process, whose clock starts at an instant. */
  openAt(fixedNow: string): Composition
  close(): Promise<void>
}

/** Opens it on a throwaway server; no worker runs, so that a bench works its jobs itself. */
export async function openBenchHouse(fixedNow: string): Promise<BenchHouse> {
  const server = await startThrowawayPostgres()
  const dataDir = mkdtempSync(join(tmpdir(), 'repactua-bench-'))
  const ownerUrl = await ensureOwnerDatabase(server.adminUrl, 'bench', 'owner')
  const migrationsDir = join(import.meta.dirname, '../../migrations')
  const { appUrl } = await migrateDatabase({ ownerUrl, appPassword: 'app', migrationsDir, queues: QUEUES })
  const configAt = (instant: string) => readConfig({ DATA_DIR: dataDir, DATABASE_URL: appUrl, SMTP_URL: 'smtp://127.0.0.1:1', RATE_LIMIT: 'off', LOG_LEVEL: 'silent', FIXED_NOW: instant })
  const config = configAt(fixedNow)
  const { platform, close } = compose(config)
  const app = await buildApp(config, platform, createLogger(config.logLevel))
  return {
    app, platform, ownerUrl,
    openAt: (instant) => compose(configAt(instant)),
    close: async () => {
      await app.close()
      await close()
      await server.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
