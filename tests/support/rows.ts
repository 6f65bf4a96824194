import pg from 'pg'
import { afterAll } from 'vitest'
import type { TestDatabase } from './database.ts'

/**
 * A look into the tables as their owner, whom row-level security does not bind.
 * Call it at the top level of the file: `const rows = rowsOf(testApp.db)`.
 */
export function rowsOf(db: TestDatabase) {
  const pool = new pg.Pool({ connectionString: db.ownerUrl, max: 1 })
  // Its connection may still be on its way out when the database is dropped with force.
  pool.on('error', () => undefined)
  afterAll(() => pool.end())
  return async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> => (await pool.query<Row>(sql, values)).rows
}
