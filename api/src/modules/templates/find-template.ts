import type { Transaction } from '../../platform/db/transaction.ts'
import { BUILT_INS } from './built-in/built-ins.ts'
import type { MessageTemplate } from './message-template.ts'
import { publishedTexts, type TemplateRecord } from './templates.repository.ts'

/** What a key stands for at a creditor: its own published text, the built-in one where it has none; null where there is neither. */
export async function findTemplate(tx: Transaction, creditorId: string, key: string): Promise<MessageTemplate | null> {
  return (await findTemplates(tx, creditorId, [key])).get(key) ?? null
}

/** The same for many keys at once; those that stand for nothing are absent. */
export async function findTemplates(tx: Transaction, creditorId: string, keys: readonly string[]): Promise<Map<string, MessageTemplate>> {
  const own = Map.groupBy(await publishedTexts(tx, creditorId, keys), ({ key }) => key)
  const templates = keys.map((key) => withOwnTexts(BUILT_INS.get(key), own.get(key) ?? []))
  return new Map(templates.filter((template) => template !== null).map((template) => [template.key, template]))
}

function withOwnTexts(builtIn: MessageTemplate | undefined, own: readonly TemplateRecord[]): MessageTemplate | null {
  const [first] = own
  if (!first) return builtIn ?? null
  const texts = Object.fromEntries(own.map((text) => [text.language, text]))
  return { key: first.key, purpose: first.purpose, texts: { ...builtIn?.texts, ...texts } }
}
