import { and, count, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { messageTemplates, templateTests } from '../../platform/db/tables/message-templates.ts'

export type TemplateRecord = typeof messageTemplates.$inferSelect
export type TestRecord = typeof templateTests.$inferSelect

/** The texts that a creditor has published under these keys and that are in use. */
export function publishedTexts(tx: Transaction, creditorId: string, keys: readonly string[]): Promise<TemplateRecord[]> {
  const { status, key } = messageTemplates
  return tx.select().from(messageTemplates).where(and(eq(messageTemplates.creditorId, creditorId), eq(status, 'published'), inArray(key, [...keys])))
}

export async function insertText(tx: Transaction, text: TemplateRecord): Promise<void> {
  await tx.insert(messageTemplates).values(text)
}

export async function findText(tx: Transaction, creditorId: string, id: string): Promise<TemplateRecord | null> {
  const [text] = await tx.select().from(messageTemplates).where(and(eq(messageTemplates.creditorId, creditorId), eq(messageTemplates.id, id)))
  return text ?? null
}

/** One row more than `limit`, newest first, so that the caller sees whether there is a next page. */
export function listTexts(tx: Transaction, { creditorId, before, limit }: { creditorId: string; before: string | null; limit: number }): Promise<TemplateRecord[]> {
  const own = eq(messageTemplates.creditorId, creditorId)
  const where = before === null ? own : and(own, lt(messageTemplates.id, before))
  return tx.select().from(messageTemplates).where(where).orderBy(desc(messageTemplates.id)).limit(limit + 1)
}

/** Held to the end of the transaction: what changes a creditor's texts or counts its tests goes one after another. */
export async function lockTexts(tx: Transaction, creditorId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`message-templates:${creditorId}`}, 0))`)
}

/** Ends the text in use under a key and a language. Gives back its version and id; null where there was none. */
export async function supersedeText(tx: Transaction, { creditorId, key, language }: Pick<TemplateRecord, 'creditorId' | 'key' | 'language'>): Promise<Pick<TemplateRecord, 'id' | 'version'> | null> {
  const { status, id, version } = messageTemplates
  const same = and(eq(messageTemplates.creditorId, creditorId), eq(messageTemplates.key, key), eq(messageTemplates.language, language))
  const [former] = await tx.update(messageTemplates).set({ status: 'superseded' }).where(and(same, eq(status, 'published'))).returning({ id, version })
  return former ?? null
}

export async function markPublished(tx: Transaction, { creditorId, id, version, publishedAt }: TemplateRecord): Promise<void> {
  await tx.update(messageTemplates).set({ status: 'published', version, publishedAt }).where(and(eq(messageTemplates.creditorId, creditorId), eq(messageTemplates.id, id)))
}

export async function countTests(tx: Transaction, creditorId: string, since: Date): Promise<number> {
  const [row] = await tx.select({ tests: count() }).from(templateTests).where(and(eq(templateTests.creditorId, creditorId), gte(templateTests.askedAt, since)))
  return row!.tests
}

export async function insertTest(tx: Transaction, test: TestRecord): Promise<void> {
  await tx.insert(templateTests).values(test)
}

export async function findTest(tx: Transaction, creditorId: string, id: string): Promise<TestRecord | null> {
  const [test] = await tx.select().from(templateTests).where(and(eq(templateTests.creditorId, creditorId), eq(templateTests.id, id)))
  return test ?? null
}

/** Writes down what became of a test, and forgets its address. */
export async function endTest(tx: Transaction, { creditorId, id }: TestRecord, outcome: NonNullable<TestRecord['outcome']>): Promise<void> {
  await tx.update(templateTests).set({ outcome, addressSealed: null }).where(and(eq(templateTests.creditorId, creditorId), eq(templateTests.id, id)))
}

/** Ends the tests from before an instant that nobody took. */
export async function endLostTests(tx: Transaction, creditorId: string, before: Date): Promise<void> {
  const lost = and(eq(templateTests.creditorId, creditorId), lt(templateTests.askedAt, before), isNull(templateTests.outcome))
  await tx.update(templateTests).set({ outcome: 'refused', addressSealed: null }).where(lost)
}
