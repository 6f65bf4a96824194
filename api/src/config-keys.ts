import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyMaterial } from './platform/crypto/keys.ts'

export type Environment = Record<string, string | undefined>

export interface ConfiguredKeys extends KeyMaterial {
  /** Ed25519 private key (PKCS #8, PEM) that signs access tokens. */
  tokenPrivateKey: string
  /** P-256 private key (PKCS #8, PEM) that this installation is known by to push services (RFC 8292); null where there is no push. */
  vapidPrivateKey: string | null
}

const KEY_BYTES = 32

/**
 * Reads the keys from NAME or the file at NAME_FILE. In production a missing or weak one is a mistake; elsewhere
 * it is made at the first start and kept under DATA_DIR/keys. Without the key for push there is none.
 */
export function readKeys(env: Environment, dataDir: string, production: boolean, problems: string[]): ConfiguredKeys {
  const read = (name: string, make: () => string): string => {
    const given = readGiven(env, name, problems)
    if (given !== null) return given
    if (!production) return keepUnder(join(dataDir, 'keys'), name, make)
    problems.push(`${name} or ${name}_FILE is required in production`)
    return ''
  }
  return {
    encryption: parseVersioned(read('ENCRYPTION_KEYS', () => `1:${newKey()}`), problems),
    index: parseKey('INDEX_KEY', read('INDEX_KEY', newKey), problems),
    audit: parseKey('AUDIT_KEY', read('AUDIT_KEY', newKey), problems),
    tokenPrivateKey: checkTokenKey(read('TOKEN_PRIVATE_KEY', newTokenKey), problems),
    vapidPrivateKey: readVapidKey(env, dataDir, production, problems),
  }
}

function readVapidKey(env: Environment, dataDir: string, production: boolean, problems: string[]): string | null {
  const pem = readGiven(env, 'VAPID_PRIVATE_KEY', problems) ?? (production ? null : keepUnder(join(dataDir, 'keys'), 'VAPID_PRIVATE_KEY', newVapidKey))
  if (pem !== null && !isP256(pem)) problems.push('VAPID_PRIVATE_KEY must be a P-256 private key in PEM')
  return pem
}

function isP256(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyDetails?.namedCurve === 'prime256v1'
  } catch {
    return false
  }
}

function newVapidKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
}

function readGiven(env: Environment, name: string, problems: string[]): string | null {
  const file = env[`${name}_FILE`]
  if (env[name] !== undefined) return env[name]
  if (file === undefined) return null
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  problems.push(`${name}_FILE names a file that is not there`)
  return ''
}

function keepUnder(folder: string, name: string, make: () => string): string {
  const file = join(folder, name)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // 'wx': of two processes at their first start, one makes the key and the other reads it.
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}

function parseVersioned(text: string, problems: string[]): KeyMaterial['encryption'] {
  return text.split(',').filter(Boolean).map((part) => {
    const [version = '', key = ''] = part.split(':')
    if (!/^([1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/.test(version)) problems.push('ENCRYPTION_KEYS must look like "1:base64key,2:base64key", versions from 1 to 255')
    return { version: Number(version), key: parseKey('ENCRYPTION_KEYS', key, problems) }
  })
}

function parseKey(name: string, text: string, problems: string[]): Buffer {
  const key = Buffer.from(text, 'base64')
  if (text === '') return key
  if (key.length !== KEY_BYTES) problems.push(`${name} must be ${KEY_BYTES} random bytes in base64`)
  else if (new Set(key).size < 12) problems.push(`${name} is weak: its bytes repeat`)
  return key
}

function checkTokenKey(pem: string, problems: string[]): string {
  if (pem === '') return pem
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'ed25519') return pem
  } catch {
    // told below, with the other kinds of key
  }
  problems.push('TOKEN_PRIVATE_KEY must be an Ed25519 private key in PEM')
  return pem
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64')
}

function newTokenKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
}
