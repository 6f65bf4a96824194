import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { urlOf } from '../../scripts/embedded/owner-database.ts'

export interface TestDatabase {
  /** Owns the tables; row-level security does not bind it. */
  ownerUrl: string
  /** What the application signs in with. */
  appUrl: string
}

/**
 * A fresh migrated database for one test file, dropped after its last test.
 * Call it at the top level of the file: `const db = await database();`
 */
export async function database(): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `repactua_test_${randomBytes(6).toString('hex')}`
  const owner = decodeURIComponent(new URL(server.ownerUrl).username)
  await run(server.adminUrl, `create database ${name} template ${server.template} owner "${owner}"`)
  afterAll(() => run(server.adminUrl, `drop database if exists ${name} with (force)`))
  return {
    ownerUrl: urlOf(server.ownerUrl, { database: name }),
    appUrl: urlOf(server.appUrl, { database: name }),
  }
}

async function run(adminUrl: string, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(sql)
  } finally {
    await admin.end()
  }
}
