import type { ImportError } from '@repactua/shared/contract/debt-imports.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Platform } from '../../../platform/platform.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findImport, listErrors, type ErrorRow, type ImportKey, type ImportRecord } from './debt-imports.repository.ts'

const ERRORS_A_PAGE = 1_000

/** One import of the creditor. */
export async function readImport(work: Work, importId: string): Promise<ImportRecord> {
  const record = await findImport(work.tx, { creditorId: creditorOf(work), importId })
  if (!record) throw new AppError('not_found')
  return record
}

/** An import's refusals as NDJSON, page by page, so that a file of a million takes no more memory than one of ten. */
export async function* readErrors(platform: Platform, key: ImportKey): AsyncGenerator<string> {
  let last: Pick<ErrorRow, 'line' | 'position'> | undefined = { line: 0, position: 0 }
  while (last) {
    const after = last
    const page: ErrorRow[] = await platform.transact({ kind: 'system' }, { creditorId: key.creditorId }, ({ tx }) => listErrors(tx, key, after, ERRORS_A_PAGE))
    if (page.length > 0) yield page.map(asLine).join('')
    last = page.length < ERRORS_A_PAGE ? undefined : page.at(-1)
  }
}

function asLine({ line, externalId, pointer, code, message }: ErrorRow): string {
  const error: ImportError = { line, ...(externalId === null ? {} : { externalId }), pointer, code, message }
  return `${JSON.stringify(error)}\n`
}
