import pg from 'pg'
import { createBulkPool, createPool } from '@repactua/api/platform/db/pool.ts'
import { afterAll, expect, test } from 'vitest'
import { database } from '../../support/database.ts'

const db = await database()
const owner = new pg.Client({ connectionString: db.ownerUrl })
await owner.connect()
afterAll(() => owner.end())

// Found by killing the postmaster under load: the whole process ended.
test.each([['the pool', createPool], ['the pool for long work', createBulkPool]])('%s outlives a server that ends a client between two queries', async (_name, make) => {
  const pool = make(db.ownerUrl)
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('begin; select 1').then(() => client.query('select pg_backend_pid() as pid'))
  const ended = new Promise((resolve) => client.once('end', resolve))
  await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
  await ended
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})
