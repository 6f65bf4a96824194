import { createHash } from 'node:crypto'
import type { Keys } from '@repactua/api/platform/crypto/keys.ts'
import type { SealedInvariant } from './invariant.ts'
import { walkRows } from './walk-rows.ts'

interface Term {
  id: string
  sealed: Buffer
  sha256: Buffer
}

export const sealedTerms: SealedInvariant = {
  name: 'sealed-terms',
  claim: 'the hash of a term is the hash of its stored bytes',
  findWithKeys: (client, keys) =>
    walkRows<Term>(client, "select 'agreement_' || id as id, term_sealed as sealed, term_sha256 as sha256 from agreements", (term) => isWhole(term, keys)),
}

function isWhole({ sealed, sha256 }: Term, keys: Keys): boolean {
  try {
    return createHash('sha256').update(keys.open(sealed), 'utf8').digest().equals(sha256)
  } catch {
    return false
  }
}
