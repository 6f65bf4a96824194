import { join } from 'node:path'
import { migrateDatabase } from '@repactua/api/platform/db/migrate.ts'
import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'
import { ensureOwnerDatabase } from '../embedded/owner-database.ts'
import { startPostgres } from '../embedded/postgres.ts'
import type { House } from './house.ts'
import { type DatabasePasswords, databasePasswords } from './secrets.ts'
import type { StartSettings } from './settings.ts'

/** A migrated database, embedded unless DATABASE_URL names one; answers the application's URL. */
export async function startDatabase(settings: StartSettings, house: House): Promise<string> {
  const passwords = databasePasswords(settings.dataDir)
  const ownerUrl = settings.databaseUrl ?? (await startEmbedded(settings, passwords, house))
  const { appUrl } = await migrateDatabase({
    ownerUrl,
    appPassword: passwords.app,
    migrationsDir: join(settings.root, 'migrations'),
    queues: QUEUES,
  })
  return appUrl
}

async function startEmbedded(settings: StartSettings, passwords: DatabasePasswords, house: House): Promise<string> {
  const server = await startPostgres({
    clusterDir: join(settings.dataDir, 'postgres'),
    port: settings.pgPort,
    portVariable: 'PG_PORT',
    superuserPassword: passwords.superuser,
    logFile: join(settings.logDir, 'postgres.log'),
  })
  await house.keep(server.stop)
  house.watch('PostgreSQL', server.exited)
  return ensureOwnerDatabase(server.adminUrl, 'repactua', passwords.owner)
}
