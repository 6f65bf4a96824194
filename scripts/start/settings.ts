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
  bankPort: number
  bankApiPort: number
  carriersPort: number
  /** Where the API hears the local bank's news. */
  webhookPort: number
  /** Whether the local bank belongs to it: not in production, and not where real banks come. */
  withBank: boolean
  /** Whether the local carriers belong to it: not in production. */
  withCarriers: boolean
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
    bankPort: readPort(env, 'BANK_PORT', 1081),
    bankApiPort: readPort(env, 'BANK_API_PORT', 1443),
    carriersPort: readPort(env, 'CARRIERS_PORT', 1082),
    webhookPort: readPort(env, 'PIX_WEBHOOK_PORT', 3443),
    withBank: env['NODE_ENV'] !== 'production' && !env['PIX_WEBHOOK_URL'],
    withCarriers: env['NODE_ENV'] !== 'production',
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
