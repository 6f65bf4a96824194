import { existsSync, readFileSync } from 'node:fs'
import type { Environment } from './config-keys.ts'

/** The TLS listener for the webhooks of banks. Both ends show a certificate. */
export interface BankDoorSettings {
  /** Where banks reach it: https, without a slash at the end. */
  url: string
  port: number
  key: string
  certificate: string
  /** The authorities of the certificates that banks come with. */
  clientCa: string
}

const FILES = { key: 'PIX_WEBHOOK_KEY_FILE', certificate: 'PIX_WEBHOOK_CERTIFICATE_FILE', clientCa: 'PIX_WEBHOOK_CLIENT_CA_FILE' } as const
const NAMES = ['PIX_WEBHOOK_URL', 'PIX_WEBHOOK_PORT', ...Object.values(FILES)]

/** Reads where banks bring their news: all of it or none. */
export function readBankDoor(env: Environment, problems: string[]): BankDoorSettings | null {
  const missing = NAMES.filter((name) => !env[name])
  if (missing.length === NAMES.length) return null
  if (missing.length > 0) problems.push(`${missing.join(', ')} must be set too: a door for banks needs ${NAMES.join(', ')}`)
  const url = env['PIX_WEBHOOK_URL'] ?? ''
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') problems.push('PIX_WEBHOOK_URL must be an https address')
  const port = Number(env['PIX_WEBHOOK_PORT'])
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('PIX_WEBHOOK_PORT must be a number from 0 to 65535')
  const read = (name: string) => readPem(env, name, problems)
  return { url: url.replace(/\/+$/, ''), port, key: read(FILES.key), certificate: read(FILES.certificate), clientCa: read(FILES.clientCa) }
}

function readPem(env: Environment, name: string, problems: string[]): string {
  const file = env[name]
  if (!file) return ''
  if (existsSync(file)) return readFileSync(file, 'utf8')
  problems.push(`${name} names a file that is not there`)
  return ''
}
