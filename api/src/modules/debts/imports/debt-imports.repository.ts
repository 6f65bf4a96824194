import { and, eq, sql } from 'drizzle-orm'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { debtImports } from '../../../platform/db/tables/debt-imports.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

export type ImportRecord = typeof debtImports.$inferSelect

export interface ImportKey {
  creditorId: string
  importId: string
}

/** Takes a creditor's only place for a file that streams in, to the end of the transaction; false where it is taken. */
export async function claimUpload(tx: Transaction, creditorId: string): Promise<boolean> {
  const { rows } = await tx.$client.query<{ claimed: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as claimed', [`upload:${creditorId}`])
  return rows[0]?.claimed ?? false
}

export async function insertImport(tx: Transaction, { creditorId, importId }: ImportKey, createdAt: Date): Promise<void> {
  await tx.insert(debtImports).values({ creditorId, id: importId, status: 'queued', received: 0, createdAt })
}

/** Writes down what came with the file. Lines that are refused already are dealt with. */
export async function setReceived(tx: Transaction, key: ImportKey, { received, rejected }: { received: number; rejected: number }): Promise<ImportRecord> {
  const [row] = await tx.update(debtImports).set({ received, rejected, processed: rejected }).where(isImport(key)).returning()
  if (!row) throw new Error('the import that was just made is there')
  return row
}

export async function findImport(tx: Transaction, key: ImportKey): Promise<ImportRecord | null> {
  const [row] = await tx.select().from(debtImports).where(isImport(key))
  return row ?? null
}

/** The same with its row locked to the end of the transaction: two runs of one job take turns. */
export async function lockImport(tx: Transaction, key: ImportKey): Promise<ImportRecord | null> {
  const [row] = await tx.select().from(debtImports).where(isImport(key)).for('update')
  return row ?? null
}

export async function setImportStatus(tx: Transaction, key: ImportKey, status: 'running' | 'failed'): Promise<void> {
  await tx.update(debtImports).set({ status }).where(isImport(key))
}

/** Ends an import; null where it has ended before. */
export async function markCompleted(tx: Transaction, key: ImportKey, completedAt: Date): Promise<ImportRecord | null> {
  const [row] = await tx.update(debtImports).set({ status: 'completed', completedAt }).where(and(isImport(key), eq(debtImports.status, 'running'))).returning()
  return row ?? null
}

export interface Counts {
  accepted: number
  unchanged: number
  rejected: number
}

export async function addCounts(tx: Transaction, key: ImportKey, { accepted, unchanged, rejected }: Counts): Promise<void> {
  await tx.update(debtImports).set({
    processed: sql`${debtImports.processed} + ${accepted + unchanged + rejected}`,
    accepted: sql`${debtImports.accepted} + ${accepted}`,
    unchanged: sql`${debtImports.unchanged} + ${unchanged}`,
    rejected: sql`${debtImports.rejected} + ${rejected}`,
  }).where(isImport(key))
}

export interface RefusedLine {
  line: number
  externalId: string | null
  errors: readonly FieldError[]
}

/** Puts refusals in, one row an error, in the order in which a line's errors were found. */
export async function insertErrors(tx: Transaction, { creditorId, importId }: ImportKey, refused: readonly RefusedLine[]): Promise<void> {
  const rows = refused.flatMap(({ line, externalId, errors }) => errors.map((error, position) => ({ line, externalId, position, ...error })))
  if (rows.length === 0) return
  await tx.$client.query({
    name: 'insert_import_errors',
    text: `insert into debt_import_errors (creditor_id, import_id, line, position, external_id, pointer, code, message)
      select $1, $2, * from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    values: [
      creditorId, importId, rows.map(({ line }) => line), rows.map(({ position }) => position), rows.map(({ externalId }) => externalId),
      rows.map(({ pointer }) => pointer), rows.map(({ code }) => code), rows.map(({ message }) => message),
    ],
  })
}

export interface ErrorRow extends FieldError {
  line: number
  position: number
  externalId: string | null
}

/** The next refusals after a place in the file, in the order of the file. */
export async function listErrors(tx: Transaction, { creditorId, importId }: ImportKey, after: Pick<ErrorRow, 'line' | 'position'>, limit: number): Promise<ErrorRow[]> {
  const { rows } = await tx.$client.query<ErrorRow>({
    name: 'list_import_errors',
    text: `select line, position, external_id as "externalId", pointer, code, message from debt_import_errors
      where creditor_id = $1 and import_id = $2 and (line, position) > ($3, $4) order by line, position limit $5`,
    values: [creditorId, importId, after.line, after.position, limit],
  })
  return rows
}

function isImport({ creditorId, importId }: ImportKey) {
  return and(eq(debtImports.creditorId, creditorId), eq(debtImports.id, importId))
}
