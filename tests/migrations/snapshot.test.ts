import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSchema } from '../../scripts/schema/read-schema.ts'
import { database } from '../support/database.ts'

const db = await database()

test('the snapshot is the schema that the migrations make', async () => {
  const snapshot = readFileSync(join(import.meta.dirname, '../../migrations/schema.snapshot.sql'), 'utf8')
  expect(await readSchema(db.ownerUrl), 'run `npm run schema:dump` and look at the difference').toBe(snapshot)
})
