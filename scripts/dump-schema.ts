import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrateDatabase } from '@repactua/api/platform/db/migrate.ts'
import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'
import { ensureOwnerDatabase } from './embedded/owner-database.ts'
import { startThrowawayPostgres } from './embedded/throwaway-postgres.ts'
import { readSchema } from './schema/read-schema.ts'

const migrationsDir = join(import.meta.dirname, '../migrations')
const server = await startThrowawayPostgres()
try {
  const ownerUrl = await ensureOwnerDatabase(server.adminUrl, 'snapshot', 'owner')
  await migrateDatabase({ ownerUrl, appPassword: 'app', migrationsDir, queues: QUEUES })
  writeFileSync(join(migrationsDir, 'schema.snapshot.sql'), await readSchema(ownerUrl))
} finally {
  await server.stop()
}
