import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readKeys, type Environment } from '@repactua/api/config-keys.ts'
import { createKeys, type Keys } from '@repactua/api/platform/crypto/keys.ts'

const NAMES = ['ENCRYPTION_KEYS', 'INDEX_KEY', 'AUDIT_KEY', 'TOKEN_PRIVATE_KEY']

/** The keys of the installation: given as the API takes them, or those of the demo; null where neither is there. None is ever made. */
export function openKeys(env: Environment, dataDir: string): Keys | null {
  const isThere = NAMES.every((name) => env[name] !== undefined || env[`${name}_FILE`] !== undefined || existsSync(join(dataDir, 'keys', name)))
  if (!isThere) return null
  const problems: string[] = []
  const keys = readKeys(env, dataDir, false, problems)
  if (problems.length === 0) return createKeys(keys)
  throw new Error(`The keys cannot be read:\n- ${problems.join('\n- ')}`)
}
