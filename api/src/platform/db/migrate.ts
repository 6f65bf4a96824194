import pg from 'pg'
import { appUrlOf, ensureAppRole } from './app-role.ts'
import { installJobSchema } from './job-schema.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'

export interface MigrateInput {
  /** URL of the account that owns the tables; it may need CREATEROLE the first time. */
  ownerUrl: string
  /** Password the application's account signs in with. */
  appPassword: string
  migrationsDir: string
  /** Names of the job queues to make. */
  queues: readonly string[]
}

/**
 * Brings a database to the schema of `migrationsDir`: the application's role, each pending file in a
 * transaction of its own, the job tables. Forward only; refuses when an applied file has changed.
 */
export async function migrateDatabase(input: MigrateInput): Promise<{ appUrl: string; applied: string[] }> {
  const files = readMigrations(input.migrationsDir)
  const owner = new pg.Client({ connectionString: input.ownerUrl })
  // A lost connection fails the statement under way; that is enough.
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [ONE_MIGRATION_AT_A_TIME])
    await ensureAppRole(owner, input.ownerUrl, input.appPassword)
    await owner.query(HISTORY)
    const applied = await applyPending(owner, files)
    await installJobSchema(owner, input.ownerUrl, input.queues)
    return { appUrl: appUrlOf(input.ownerUrl, input.appPassword), applied }
  } finally {
    await owner.end()
  }
}

// Any fixed number does, as long as nothing else in this database locks it.
const ONE_MIGRATION_AT_A_TIME = 8_241_977

// Databases made before PostgreSQL 15 let everybody create tables in `public`.
const HISTORY = `
  revoke create on schema public from public;
  create table if not exists schema_migrations (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`

async function applyPending(owner: pg.Client, files: MigrationFile[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations')
  const known = new Map(rows.map((row) => [row.name, row.sha256]))
  const pending = files.filter((file) => !known.has(file.name))
  refuseChanged(files, known)
  refuseLateComers(pending, [...known.keys()])
  for (const file of pending) await applyOne(owner, file)
  return pending.map((file) => file.name)
}

function refuseChanged(files: MigrationFile[], known: Map<string, string>): void {
  const changed = files.find((file) => known.has(file.name) && known.get(file.name) !== file.sha256)
  if (changed) {
    throw new Error(`${changed.name} has changed since it was applied. Restore it and write a new file instead.`)
  }
}

function refuseLateComers(pending: MigrationFile[], applied: string[]): void {
  const newest = applied.toSorted().at(-1) ?? ''
  const late = pending.find((file) => file.name < newest)
  if (late) throw new Error(`${late.name} comes before ${newest}, which is applied already. Give it a later number.`)
}

async function applyOne(owner: pg.Client, file: MigrationFile): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(file.sql)
    await owner.query('insert into schema_migrations (name, sha256) values ($1, $2)', [file.name, file.sha256])
    await owner.query('commit')
  } catch (cause) {
    await owner.query('rollback')
    throw new Error(`${file.name} was not applied: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}
