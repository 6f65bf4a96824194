import { join, resolve } from 'node:path'

/** What `npm start` reads from the environment. */
export interface StartSettings {
  root: string
  dataDir: string
  logDir: string
  port: number
  mailPort: number
  smtpPort: number
  pgPort: number
  publicUrl: string
  /** The owner's URL of a PostgreSQL that is there already. */
  databaseUrl: string | undefined
  smtpUrl: string | undefined
}

/** Reads the settings; a number that is none is refused with the variable's name. */
export function readStartSettings(env: NodeJS.ProcessEnv): StartSettings {
  const root = resolve(import.meta.dirname, '../..')
  const dataDir = resolve(root, env['DATA_DIR'] || '.data')
  const port = readPort(env, 'PORT', 3000)
  return {
    root,
    dataDir,
    logDir: join(dataDir, 'logs'),
    port,
    mailPort: readPort(env, 'MAIL_PORT', 1080),
    smtpPort: readPort(env, 'SMTP_PORT', 1025),
    pgPort: readPort(env, 'PG_PORT', 54329),
    publicUrl: env['PUBLIC_URL'] || `http://localhost:${port}`,
    databaseUrl: env['DATABASE_URL'] || undefined,
    smtpUrl: env['SMTP_URL'] || undefined,
  }
}

function readPort(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const port = Number(env[name] || usual)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} must be a number from 1 to 65535.`)
  return port
}
