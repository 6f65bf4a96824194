import { join } from 'node:path'
import { migrateDatabase } from '@repactua/api/platform/db/migrate.ts'
import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'

const { applied } = await migrateDatabase({
  ownerUrl: need('DATABASE_URL', 'the URL of the account that owns the tables'),
  appPassword: need('APP_DATABASE_PASSWORD', 'the password of the application, repactua_app'),
  migrationsDir: join(import.meta.dirname, '../migrations'),
  queues: QUEUES,
})
console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied:\n${applied.map((name) => `  ${name}`).join('\n')}`)

function need(name: string, what: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name} to ${what}.`)
  return value
}
