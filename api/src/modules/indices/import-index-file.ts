import type { TableCode } from '@repactua/shared/contract/indices.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { checkOrder } from './indices.rules.ts'
import { putIndexMonths, type PutMonths } from './put-index-months.ts'
import { readIndexFile } from './read-index-file.ts'

const MOST_ERRORS = 50

/** Puts the months of a file (CSV, or JSON of the SGS) in, all or none. Refuses what is no month, stands there twice or out of order, with its line. */
export async function importIndexFile(work: Work, code: TableCode, text: string): Promise<PutMonths> {
  const months = readIndexFile(text)
  if (!months.ok) throw new AppError('invalid_request', { errors: months.error })
  const errors = checkOrder(months.value)
  if (errors.length > 0) throw new AppError('invalid_request', { errors: errors.slice(0, MOST_ERRORS) })
  return putIndexMonths(work, code, months.value)
}
