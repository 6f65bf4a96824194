import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { OWNER_ROLE } from './embedded/owner-database.ts'
import { databasePasswords } from './start/secrets.ts'
import { readStartSettings } from './start/settings.ts'
import { openKeys } from './verify/open-keys.ts'
import { tellVerdicts } from './verify/tell-verdicts.ts'
import { verifyRows } from './verify/verify-rows.ts'

// pnpm verify: proves from the rows alone that books, plans, debts and audit trail agree. Reads only. 1 where anything is found.
const { dataDir, pgPort } = readStartSettings(process.env)
const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] || demoDatabaseUrl(), application_name: 'repactua verify' })
await client.connect()
try {
  await client.query('begin transaction isolation level repeatable read, read only')
  const verdicts = await verifyRows(client, openKeys(process.env, dataDir))
  for (const line of tellVerdicts(verdicts)) console.log(line)
  process.exitCode = verdicts.some(({ found }) => found && found.findings.length > 0) ? 1 : 0
} finally {
  await client.end()
}

function demoDatabaseUrl(): string {
  if (!existsSync(join(dataDir, 'database.json'))) throw new Error('Set DATABASE_URL to the owner of the tables, or start the demo first with `npm start`.')
  return `postgres://${OWNER_ROLE}:${databasePasswords(dataDir).owner}@localhost:${pgPort}/repactua`
}
