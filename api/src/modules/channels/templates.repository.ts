import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import { whatsappTemplates } from '../../platform/db/tables/channels.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

export type TemplateRecord = typeof whatsappTemplates.$inferSelect
export type TemplateName = Pick<TemplateRecord, 'creditorId' | 'name' | 'language'>

export function findTemplates(tx: Transaction, creditorId: string): Promise<TemplateRecord[]> {
  return tx.select().from(whatsappTemplates).where(eq(whatsappTemplates.creditorId, creditorId)).orderBy(asc(whatsappTemplates.name), asc(whatsappTemplates.language))
}

export async function findTemplate(tx: Transaction, which: TemplateName): Promise<TemplateRecord | null> {
  const [row] = await tx.select().from(whatsappTemplates).where(named(which))
  return row ?? null
}

/** Puts a template in, or in the place of the one of its name and language. */
export async function putTemplate(tx: Transaction, template: TemplateRecord): Promise<void> {
  const { creditorId: _, name: __, language: ___, createdAt: ____, ...changed } = template
  await tx.insert(whatsappTemplates).values(template).onConflictDoUpdate({ target: [whatsappTemplates.creditorId, whatsappTemplates.name, whatsappTemplates.language], set: changed })
}

/** Writes down what the provider told of a template, unless it told something newer before; true where that changed it. */
export async function turnTemplate(tx: Transaction, which: TemplateName, turned: Pick<TemplateRecord, 'status' | 'reason' | 'toldAt' | 'changedAt'> & { toldAt: Date }): Promise<boolean> {
  const isNoOlder = or(isNull(whatsappTemplates.toldAt), lte(whatsappTemplates.toldAt, turned.toldAt))
  const rows = await tx.update(whatsappTemplates).set(turned).where(and(named(which), isNoOlder)).returning({ name: whatsappTemplates.name })
  return rows.length === 1
}

/** Writes down what became of a submission. */
export async function setSubmitted(tx: Transaction, which: TemplateName, standing: Pick<TemplateRecord, 'status' | 'reason' | 'providerId' | 'changedAt'>): Promise<void> {
  await tx.update(whatsappTemplates).set(standing).where(named(which))
}

function named({ creditorId, name, language }: TemplateName) {
  return and(eq(whatsappTemplates.creditorId, creditorId), eq(whatsappTemplates.name, name), eq(whatsappTemplates.language, language))
}
