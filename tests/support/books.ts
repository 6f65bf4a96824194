import pg from 'pg'
import { expect } from 'vitest'
import type { Keys } from '@repactua/api/platform/crypto/keys.ts'
import { verifyRows } from '../../scripts/verify/verify-rows.ts'
import type { TestApp } from './app.ts'

/** What `pnpm verify` finds: a line for each row that is not as it must be. */
export async function findingsOf(client: pg.ClientBase, keys: Keys | null): Promise<string[]> {
  const verdicts = await verifyRows(client, keys)
  return verdicts.flatMap(({ invariant: { name }, found }) => (found?.findings ?? []).map((id) => `${name}: ${id}`))
}

/** Proves from the rows alone that books, plans, debts and audit trail agree. For the last test of a file. */
export async function expectBooksInOrder({ db, platform }: Pick<TestApp, 'db' | 'platform'>): Promise<void> {
  const client = new pg.Client({ connectionString: db.ownerUrl })
  await client.connect()
  try {
    await client.query('begin read only')
    expect(await findingsOf(client, platform.keys)).toEqual([])
  } finally {
    await client.end()
  }
}
