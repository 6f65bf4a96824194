import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateDatabase } from '@repactua/api/platform/db/migrate.ts'
import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { database } from '../../support/database.ts'

const db = await database()
const folder = mkdtempSync(join(tmpdir(), 'repactua-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

const migrationsDir = join(import.meta.dirname, '../../../migrations')

function migrate(dir: string): ReturnType<typeof migrateDatabase> {
  return migrateDatabase({
    ownerUrl: db.ownerUrl,
    appPassword: 'app-password-for-tests',
    migrationsDir: dir,
    queues: QUEUES,
  })
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A folder with the real files and one more. */
function folderWith(files: Record<string, string>): string {
  const dir = mkdtempSync(join(folder, 'set-'))
  mkdirSync(dir, { recursive: true })
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(dir, name), sql)
  return dir
}

test('a second run applies nothing and answers the same url', async () => {
  const again = await migrate(migrationsDir)
  expect(again).toEqual({ appUrl: db.appUrl, applied: [] })
})

test('a file is applied once, and a changed one is refused', async () => {
  const dir = folderWith({ '9001_probe.sql': 'create table probe (id int primary key)' })
  expect((await migrate(dir)).applied).toEqual(['9001_probe.sql'])
  expect((await migrate(dir)).applied).toEqual([])
  const changed = folderWith({ '9001_probe.sql': 'create table probe (id bigint primary key)' })
  await expect(migrate(changed)).rejects.toThrow('9001_probe.sql has changed since it was applied')
})

test('a file that fails leaves nothing of itself and names itself', async () => {
  const dir = folderWith({ '9002_broken.sql': 'create table half (id int); select 1 / 0' })
  await expect(migrate(dir)).rejects.toThrow('9002_broken.sql was not applied: division by zero')
  expect(await ask(db.ownerUrl, "select to_regclass('half') as half")).toEqual([{ half: null }])
})

test('a file numbered before an applied one is refused', async () => {
  const dir = folderWith({ '0000_late.sql': 'select 1' })
  await expect(migrate(dir)).rejects.toThrow('0000_late.sql comes before')
})

test('two files with one number are refused', async () => {
  const dir = folderWith({ '9003_a.sql': 'select 1', '9003_b.sql': 'select 1' })
  await expect(migrate(dir)).rejects.toThrow('9003_a.sql and 9003_b.sql have the same number')
})

test('parallel runs apply each file once', async () => {
  const dir = folderWith({ '9004_once.sql': 'create table once (id int)' })
  const runs = await Promise.all([migrate(dir), migrate(dir), migrate(dir)])
  expect(runs.flatMap((run) => run.applied)).toEqual(['9004_once.sql'])
})

test('the application owns nothing, is no superuser and may not create', async () => {
  const [role] = await ask(
    db.appUrl,
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
     from pg_roles where rolname = current_user`,
  )
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 })
  await expect(ask(db.appUrl, 'create table mine (id int)')).rejects.toThrow('permission denied for schema public')
  await expect(ask(db.appUrl, 'create table pgboss.mine (id int)')).rejects.toThrow(
    'permission denied for schema pgboss',
  )
  await expect(ask(db.appUrl, 'drop table creditors')).rejects.toThrow('must be owner')
})
