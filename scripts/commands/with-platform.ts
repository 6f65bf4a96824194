import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { databasePasswords } from '../start/secrets.ts'
import { readStartSettings } from '../start/settings.ts'

/** Runs a command on the installation that the environment describes; with no DATABASE_URL, on the demo that `npm start` runs. */
export async function withPlatform<T>(command: (platform: Platform) => Promise<T>): Promise<T> {
  const { dataDir, smtpPort } = readStartSettings(process.env)
  const config = readConfig({ SMTP_URL: `smtp://localhost:${smtpPort}`, ...process.env, DATA_DIR: dataDir, DATABASE_URL: process.env['DATABASE_URL'] ?? demoDatabaseUrl() })
  const { platform, close } = compose(config)
  try {
    return await command(platform)
  } finally {
    await close()
  }
}

function demoDatabaseUrl(): string {
  const { dataDir, pgPort } = readStartSettings(process.env)
  if (!existsSync(join(dataDir, 'database.json'))) throw new Error('Set DATABASE_URL, or start the demo first with `npm start`.')
  return `postgres://repactua_app:${databasePasswords(dataDir).app}@localhost:${pgPort}/repactua`
}
