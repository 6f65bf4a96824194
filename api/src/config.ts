import { readBankDoor, type BankDoorSettings } from './config-bank-door.ts'
import { readKeys, type ConfiguredKeys, type Environment } from './config-keys.ts'

export interface Config {
  production: boolean
  host: string
  port: number
  publicUrl: string
  databaseUrl: string
  dataDir: string
  smtpUrl: string
  mailFrom: string
  portalDist: string | null
  fixedNow: Date | null
  rateLimit: boolean
  /** Whether a process that cannot keep up answers 503. Not in a test, whose own work shares the process with the application. */
  shedsLoad: boolean
  /** How many proxies stand in front; what lies further out in X-Forwarded-For is hearsay. */
  trustProxy: number
  logLevel: string
  keys: ConfiguredKeys
  /** The people's page of the demo's bank; null where there is none, and in production always. */
  demoBankUrl: string | null
  /** Where banks bring news of Pix; null where it is not set. */
  bankDoor: BankDoorSettings | null
}

/** Reads the configuration once and tells every mistake at once. Nothing else reads the environment. */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const production = readWord(env, 'NODE_ENV', MODES, problems) === 'production'
  const dataDir = env['DATA_DIR'] ?? '.data'
  const port = readPort(env, problems)
  const rateLimit = readRateLimit(env, production, problems)
  const config: Config = {
    production,
    host: env['HOST'] ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port,
    publicUrl: env['PUBLIC_URL'] ?? `http://localhost:${port}`,
    databaseUrl: readUrl(env, 'DATABASE_URL', /^postgres(ql)?:$/, problems),
    dataDir,
    smtpUrl: readUrl(env, 'SMTP_URL', /^smtps?:$/, problems),
    mailFrom: env['MAIL_FROM'] ?? 'Repactua <nao-responda@localhost>',
    portalDist: env['PORTAL_DIST'] ?? null,
    fixedNow: readFixedNow(env, production, problems),
    rateLimit,
    shedsLoad: rateLimit,
    trustProxy: readProxyCount(env, problems),
    logLevel: readWord(env, 'LOG_LEVEL', LOG_LEVELS, problems),
    keys: readKeys(env, dataDir, production, problems),
    demoBankUrl: readDemoBankUrl(env, production, problems),
    bankDoor: readBankDoor(env, problems),
  }
  if (production) checkForProduction(env, config, problems)
  if (problems.length > 0) throw new Error(`The configuration has ${problems.length} mistake(s):\n- ${problems.join('\n- ')}`)
  return config
}

const MODES = ['development', 'test', 'production']
const LOG_LEVELS = ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent']

// One of some words, the first where nothing is set: a slip of the pen in NODE_ENV may not switch the strict rules off.
function readWord(env: Environment, name: string, words: readonly string[], problems: string[]): string {
  const word = env[name] || words[0]!
  if (!words.includes(word)) problems.push(`${name} must be one of ${words.join(', ')}`)
  return word
}

function readPort(env: Environment, problems: string[]): number {
  const port = Number(env['PORT'] ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('PORT must be a number from 0 to 65535')
  return port
}

// A bare "true" would believe the far end of X-Forwarded-For, which any caller can write: limits and the evidence of a
// signature rest on the address.
function readProxyCount(env: Environment, problems: string[]): number {
  const text = env['TRUST_PROXY'] ?? '0'
  if (!/^\d$/.test(text)) problems.push('TRUST_PROXY must be the number of proxies in front: 0, or 1 for a single one')
  return Number(text)
}

function readUrl(env: Environment, name: string, protocol: RegExp, problems: string[]): string {
  const text = env[name] ?? ''
  if (!URL.canParse(text) || !protocol.test(new URL(text).protocol)) problems.push(`${name} is missing or is not a URL of the right kind`)
  return text
}

function readFixedNow(env: Environment, production: boolean, problems: string[]): Date | null {
  const text = env['FIXED_NOW']
  if (text === undefined || text === '') return null
  if (production) problems.push('FIXED_NOW is for demos and tests: it may not be set in production')
  if (Number.isNaN(Date.parse(text))) problems.push('FIXED_NOW must be an ISO 8601 instant')
  return new Date(text)
}

function readRateLimit(env: Environment, production: boolean, problems: string[]): boolean {
  if (env['RATE_LIMIT'] !== 'off') return true
  if (production) problems.push('RATE_LIMIT=off is for demos and tests: it may not be set in production')
  return false
}

function readDemoBankUrl(env: Environment, production: boolean, problems: string[]): string | null {
  if (!env['DEMO_BANK_URL']) return null
  if (production) problems.push('DEMO_BANK_URL is for demos and tests: it may not be set in production')
  return readUrl(env, 'DEMO_BANK_URL', /^https?:$/, problems).replace(/\/$/, '')
}

function checkForProduction(env: Environment, config: Config, problems: string[]): void {
  if (!config.publicUrl.startsWith('https://')) problems.push('PUBLIC_URL must start with https:// in production')
  if (!env['MAIL_FROM']) problems.push('MAIL_FROM is required in production')
}
