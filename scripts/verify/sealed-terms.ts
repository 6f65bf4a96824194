import { provenBySeal } from './proven-by-seal.ts'

export const sealedTerms = provenBySeal({
  name: 'sealed-terms',
  claim: 'the hash of a term is the hash of its stored bytes',
  sql: "select 'agreement_' || id as id, term_sealed as sealed, term_sha256 as sha256 from agreements",
})
