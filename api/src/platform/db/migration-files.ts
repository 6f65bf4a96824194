import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface MigrationFile {
  name: string
  sql: string
  sha256: string
}

/** The files NNNN_what.sql of a folder in the order of their numbers. Refuses a number used twice. */
export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
  refuseTwins(names)
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

function refuseTwins(names: string[]): void {
  names.forEach((name, index) => {
    const next = names[index + 1]
    if (next?.slice(0, 4) === name.slice(0, 4)) throw new Error(`${name} and ${next} have the same number.`)
  })
}
