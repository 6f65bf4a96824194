import type { DebtImport } from '@repactua/shared/contract/debt-imports.ts'
import { showId } from '../../../platform/ids.ts'
import type { ImportRecord } from './debt-imports.repository.ts'

export function presentImport({ id, createdAt, completedAt, status, received, processed, accepted, unchanged, rejected }: ImportRecord): DebtImport {
  return {
    id: showId('import', id),
    status, received, processed, accepted, unchanged, rejected,
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  }
}
