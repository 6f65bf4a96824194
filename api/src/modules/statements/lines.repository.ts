import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { StatementLine } from '../../core/statements/types.ts'
import { bankStatementLines } from '../../platform/db/tables/statements.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { Named } from './references.rules.ts'

export type LineRecord = typeof bankStatementLines.$inferSelect
type Whose = { creditorId: string; id: string }

export async function insertLines(tx: Transaction, lines: readonly LineRecord[]): Promise<void> {
  if (lines.length > 0) await tx.insert(bankStatementLines).values([...lines])
}

/** What an earlier try of the same file has done of some lines. A twin of this one waits until the transaction ends. */
export async function lockLines(tx: Transaction, statement: Whose, lines: readonly number[]): Promise<LineRecord[]> {
  await tx.$client.query({ name: 'lock_statement', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [`statement ${statement.id}`] })
  return tx.select().from(bankStatementLines).where(and(of(statement), inArray(bankStatementLines.line, [...lines])))
}

/** The credits that came with the same contents as some others, in whatever file. */
export function linesOfContents(tx: Transaction, creditorId: string, contents: readonly string[]): Promise<Named[]> {
  const { externalReference: reference, contentMac } = bankStatementLines
  const among = inArray(contentMac, contents.map((content) => Buffer.from(content, 'hex')))
  return tx.selectDistinct({ reference, content: sql<string>`encode(${contentMac}, 'hex')` }).from(bankStatementLines)
    .where(and(eq(bankStatementLines.creditorId, creditorId), among)).orderBy(asc(reference))
}

/** Whether money of this amount reached one of some agreements in the days around a credit, and no statement has told of it yet. */
export async function isToldOtherwise(tx: Transaction, agreements: readonly { creditorId: string; id: string }[], { amountCents, postedOn }: Pick<StatementLine, 'amountCents' | 'postedOn'>): Promise<boolean> {
  const { rows } = await tx.$client.query({ name: 'told_otherwise', text: TOLD_OTHERWISE, values: [agreements[0]?.creditorId, agreements.map(({ id }) => id), amountCents, postedOn] })
  return rows.length > 0
}

// A bank may post on Monday, or after a feast, what came before.
const TOLD_OTHERWISE = `select from payments p
  where p.creditor_id = $1 and p.agreement_id = any($2) and p.amount_cents = $3
    and (p.paid_at at time zone 'America/Sao_Paulo')::date between $4::date - 5 and $4::date + 1
    and not exists (select from bank_statement_lines l where l.creditor_id = p.creditor_id and l.external_reference = p.external_reference)
  limit 1`

interface LinePage {
  outcome?: LineRecord['outcome']
  limit: number
  after: number
}

/** A page of a statement's credits in the order of the file, one more than the limit so that the caller knows of a next page. */
export function findLines(tx: Transaction, statement: Whose, { outcome, limit, after }: LinePage): Promise<LineRecord[]> {
  const wanted = [of(statement), gt(bankStatementLines.line, after), outcome === undefined ? undefined : eq(bankStatementLines.outcome, outcome)]
  return tx.select().from(bankStatementLines).where(and(...wanted)).orderBy(asc(bankStatementLines.line)).limit(limit + 1)
}

export interface OutcomeCount {
  statementId: string
  outcome: LineRecord['outcome']
  count: number
}

/** How many credits of some statements did what. */
export async function countOutcomes(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<OutcomeCount[]> {
  if (ids.length === 0) return []
  const { statementId, outcome } = bankStatementLines
  return tx.select({ statementId, outcome, count: sql<number>`count(*)::int` }).from(bankStatementLines)
    .where(and(eq(bankStatementLines.creditorId, creditorId), inArray(statementId, [...ids]))).groupBy(statementId, outcome)
}

function of({ creditorId, id }: Whose) {
  return and(eq(bankStatementLines.creditorId, creditorId), eq(bankStatementLines.statementId, id))
}
