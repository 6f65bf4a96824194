import { APP_ROLE } from '@repactua/api/platform/db/app-role.ts'
import pg from 'pg'
import { COLUMNS, CONSTRAINTS, FUNCTIONS, GRANTS, INDEXES, POLICIES, TABLES, TRIGGERS } from './catalog-queries.ts'

const HEAD =
  '-- The schema after all migrations, read from the catalog. Written by `npm run schema:dump`, not by hand.\n'

/**
 * The schema `public` as text: tables with columns and constraints, indexes, row-level security,
 * triggers, what the application may do, functions. The same database gives the same text.
 */
export async function readSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Names in full where they are not in pg_catalog, and bodies without the reader's own settings.
    await client.query("set search_path = ''; set timezone = 'UTC'")
    return await writeAll(client)
  } finally {
    await client.end()
  }
}

async function writeAll(client: pg.Client): Promise<string> {
  const tables = await texts(client, TABLES)
  const parts = [HEAD]
  for (const table of tables) parts.push(await writeTable(client, table))
  const functions = await texts(client, FUNCTIONS)
  return [...parts, ...functions.map((text) => `${withoutSchema(text).trimEnd()};\n`)].join('\n')
}

async function writeTable(client: pg.Client, table: string): Promise<string> {
  const inside = [...(await texts(client, COLUMNS, table)), ...(await texts(client, CONSTRAINTS, table))]
  const after: string[] = []
  for (const query of [INDEXES, POLICIES, TRIGGERS]) after.push(...(await texts(client, query, table)))
  after.push(...(await texts(client, GRANTS, table, APP_ROLE)))
  const lines = [`create table ${table} (`, inside.map((line) => `  ${line}`).join(',\n'), ');']
  return withoutSchema([...lines, ...after.map((line) => `${line};`), ''].join('\n'))
}

async function texts(client: pg.Client, query: string, ...values: string[]): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(query, values)
  return rows.map((row) => row.text)
}

function withoutSchema(text: string): string {
  return text.replaceAll('public.', '')
}
