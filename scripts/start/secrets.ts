import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Passwords of the database accounts. */
export interface DatabasePasswords {
  superuser: string
  owner: string
  app: string
}

/** The passwords of this data folder: random, made the first time, readable by their owner only. */
export function databasePasswords(dataDir: string): DatabasePasswords {
  const file = join(dataDir, 'database.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DatabasePasswords
  const passwords = { superuser: random(), owner: random(), app: random() }
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  writeFileSync(file, JSON.stringify(passwords, null, 2), { mode: 0o600 })
  return passwords
}

function random(): string {
  return randomBytes(24).toString('base64url')
}
