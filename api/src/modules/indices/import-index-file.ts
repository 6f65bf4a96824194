import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { putIndexMonths, type PutMonths } from './put-index-months.ts'
import { readIndexFile } from './read-index-file.ts'

/** Puts the months of a file (CSV, or JSON of the SGS) in, all or none. Refuses what is no month, with its line. */
export async function importIndexFile(work: Work, code: IndexCode, text: string): Promise<PutMonths> {
  const months = readIndexFile(text)
  if (!months.ok) throw new AppError('invalid_request', { errors: months.error })
  return putIndexMonths(work, code, months.value)
}
