import type { Policy } from '@repactua/shared/contract/policies.ts'
import { showId } from '../../platform/ids.ts'
import type { PolicyRecord } from './policies.repository.ts'

export function presentPolicy({ id, name, version, status, rules, createdAt, publishedAt }: PolicyRecord): Policy {
  return { id: showId('policy', id), name, version, status, rules, createdAt: createdAt.toISOString(), publishedAt: publishedAt?.toISOString() ?? null }
}
