import { expect } from 'vitest'
import type { rowsOf } from './rows.ts'

/** Fails where one of the secrets stands, as text or as bytes, in a log line or in any column of any table. */
export async function expectNowhere(secrets: readonly string[], lines: readonly string[], rows: ReturnType<typeof rowsOf>): Promise<void> {
  const pattern = secrets.flatMap(patternsOf).join('|')
  expect(lines.filter((line) => new RegExp(pattern).test(line))).toEqual([])
  expect(await tablesWith(pattern, rows)).toEqual([])
}

/** The tables that hold what a regular expression matches. */
export async function tablesWith(pattern: string, rows: ReturnType<typeof rowsOf>): Promise<string[]> {
  const tables = await rows<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')")
  const found = await Promise.all(tables.map(({ name }) => rows(`select 1 from ${name} t where t::text ~ $1`, [pattern])))
  return tables.filter((_, i) => found[i]!.length > 0).map(({ name }) => name)
}

// Six digits may stand in a longer number by chance; what is longer may not.
function patternsOf(secret: string): string[] {
  const text = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return [secret.length > 6 ? text : `(^|[^0-9a-f])${text}([^0-9a-f]|$)`, Buffer.from(secret).toString('hex')]
}
