import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { databasePasswords } from '../start/secrets.ts'
import { readStartSettings } from '../start/settings.ts'

/** Runs a command on the installation that the environment describes; with no DATABASE_URL, on the demo that `npm start` runs. */
export async function withPlatform<T>(command: (platform: Platform) => Promise<T>, env: NodeJS.ProcessEnv = process.env): Promise<T> {
  const { dataDir, smtpPort } = readStartSettings(env)
  const config = readConfig({ SMTP_URL: `smtp://localhost:${smtpPort}`, ...env, DATA_DIR: dataDir, DATABASE_URL: env['DATABASE_URL'] ?? demoDatabaseUrl(env) })
  const { platform, close } = compose(config)
  try {
    return await command(platform)
  } finally {
    await close()
  }
}

function demoDatabaseUrl(env: NodeJS.ProcessEnv): string {
  const { dataDir, pgPort } = readStartSettings(env)
  if (!existsSync(join(dataDir, 'database.json'))) throw new Error('Set DATABASE_URL, or start the demo first with `npm start`.')
  return `postgres://repactua_app:${databasePasswords(dataDir).app}@localhost:${pgPort}/repactua`
}
