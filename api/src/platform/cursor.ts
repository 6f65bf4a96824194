import { AppError } from './errors/app-error.ts'

/** One page of a list and the cursor of the next, or null on the last. */
export interface Page<T> {
  rows: T[]
  nextCursor: string | null
}

/** Cuts a page out of `limit + 1` rows that were read in order of their ids. */
export function pageOf<T extends { id: string }>(rows: readonly T[], limit: number): Page<T> {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, nextCursor: last ? writeCursor(last.id) : null }
}

/** The id at which a list goes on. Refuses a text that no list gave out. */
export function readCursor(cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url')
  if (bytes.length !== 16 || bytes.toString('base64url') !== cursor) throw new AppError('invalid_cursor')
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function writeCursor(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}
