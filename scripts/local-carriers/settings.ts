import { join, resolve } from 'node:path'

export interface CarriersSettings {
  folder: string
  port: number
  mailUrl: string | null
  /** The instant at which a demo's clock starts. */
  fixedNow: Date | null
}

/** What the carriers' own program reads from the environment. It does not run in production. */
export function readCarriersSettings(env: NodeJS.ProcessEnv): CarriersSettings {
  if (env['NODE_ENV'] === 'production') throw new Error('The local carriers bring no message to anybody: they do not run in production.')
  return {
    folder: join(resolve(env['DATA_DIR'] || '.data'), 'carriers'),
    port: Number(env['CARRIERS_PORT'] || 1082),
    mailUrl: env['MAIL_URL'] || null,
    fixedNow: env['FIXED_NOW'] ? new Date(env['FIXED_NOW']) : null,
  }
}
