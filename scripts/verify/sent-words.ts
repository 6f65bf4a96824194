import { provenBySeal } from './proven-by-seal.ts'

export const sentWords = provenBySeal({
  name: 'sent-words',
  claim: 'the hash of what was sent is the hash of the words that are kept',
  sql: "select 'attempt_' || id as id, content_sealed as sealed, content_sha256 as sha256 from message_attempts",
})
