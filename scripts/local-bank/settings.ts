import { join, resolve } from 'node:path'

export interface BankSettings {
  folder: string
  pagePort: number
  apiPort: number
  /** The instant at which a demo's clock starts. */
  fixedNow: Date | null
}

/** What the bank's own program reads from the environment. It does not run in production. */
export function readBankSettings(env: NodeJS.ProcessEnv): BankSettings {
  if (env['NODE_ENV'] === 'production') throw new Error('The local bank moves invented money: it does not run in production.')
  return {
    folder: join(resolve(env['DATA_DIR'] || '.data'), 'bank'),
    pagePort: Number(env['BANK_PORT'] || 1081),
    apiPort: Number(env['BANK_API_PORT'] || 1443),
    fixedNow: env['FIXED_NOW'] ? new Date(env['FIXED_NOW']) : null,
  }
}
