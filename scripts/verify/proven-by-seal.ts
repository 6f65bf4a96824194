import { createHash } from 'node:crypto'
import type { Keys } from '@repactua/api/platform/crypto/keys.ts'
import type { SealedInvariant } from './invariant.ts'
import { walkRows } from './walk-rows.ts'

interface Sealed {
  id: string
  sealed: Buffer
  sha256: Buffer
}

/** An invariant of words that are kept sealed beside their hash; the statement gives `id`, `sealed` and `sha256`. */
export function provenBySeal({ name, claim, sql }: { name: string; claim: string; sql: string }): SealedInvariant {
  return { name, claim, findWithKeys: (client, keys) => walkRows<Sealed>(client, sql, (one) => isWhole(one, keys)) }
}

function isWhole({ sealed, sha256 }: Sealed, keys: Keys): boolean {
  try {
    return createHash('sha256').update(keys.open(sealed), 'utf8').digest().equals(sha256)
  } catch {
    return false
  }
}
