import { and, eq, inArray } from 'drizzle-orm'
import { messages } from '../../platform/db/tables/messages.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { AskedMessage, MessageDraft } from './message-draft.ts'

export type MessageRecord = typeof messages.$inferSelect

export interface MessageKey {
  creditorId: string
  id: string
}

export type NewMessage = Omit<MessageDraft, 'values'> & { id: string; valuesSealed: Buffer; createdAt: Date }

// One statement for any number of rows. Lists of a row travel as one text: arrays of arrays must be of one length.
const INSERT = `insert into messages (creditor_id, id, debtor_id, cpf_index, purpose, step_key, template_key, values_sealed, channels, debt_ids, ruler_id, step, arm, not_before, not_after, status, due_at, created_at)
  select n.creditor_id, n.id, n.debtor_id, n.cpf_index, n.purpose, n.step_key, n.template_key, n.values_sealed, string_to_array(n.channels, ','), string_to_array(n.debt_ids, ',')::uuid[], n.ruler_id, n.step, n.arm, n.not_before, n.not_after, 'planned', n.not_before, n.created_at
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[], $10::text[], $11::uuid[], $12::text[], $13::text[], $14::timestamptz[], $15::timestamptz[], $16::timestamptz[])
    as n(creditor_id, id, debtor_id, cpf_index, purpose, step_key, template_key, values_sealed, channels, debt_ids, ruler_id, step, arm, not_before, not_after, created_at)
  on conflict (creditor_id, step_key) do nothing`

/** Inserts messages whose step is new; tells how many. */
export async function insertMessages(tx: Transaction, rows: readonly NewMessage[]): Promise<number> {
  const column = <T>(of: (row: NewMessage) => T): T[] => rows.map(of)
  const { rowCount } = await tx.$client.query({
    name: 'insert_messages',
    text: INSERT,
    values: [
      column((row) => row.creditorId), column((row) => row.id), column((row) => row.debtorId), column((row) => row.cpfIndex), column((row) => row.purpose), column((row) => row.stepKey),
      column((row) => row.templateKey), column((row) => row.valuesSealed), column((row) => row.channels.join(',')), column((row) => row.debtIds.join(',')),
      column((row) => row.origin?.rulerId ?? null), column((row) => row.origin?.step ?? null), column((row) => row.origin?.arm ?? null), column((row) => row.notBefore), column((row) => row.notAfter), column((row) => row.createdAt),
    ],
  })
  return rowCount ?? 0
}

export function findMessages(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<MessageRecord[]> {
  return tx.select().from(messages).where(and(eq(messages.creditorId, creditorId), inArray(messages.id, [...ids])))
}

/** A message, held to the end of the transaction. */
export async function lockMessage(tx: Transaction, key: MessageKey): Promise<MessageRecord | null> {
  const [row] = await tx.select().from(messages).where(is(key)).for('update')
  return row ?? null
}

export async function setMessage(tx: Transaction, { creditorId, id }: MessageKey, change: Partial<MessageRecord>): Promise<void> {
  await tx.update(messages).set(change).where(is({ creditorId, id }))
}

/** A message as others are asked about it. */
export function askedOf({ creditorId, id, debtorId, cpfIndex, purpose, templateKey, stepKey, debtIds, rulerId, step, arm }: MessageRecord): AskedMessage {
  return { creditorId, id, debtorId, cpfIndex, purpose, templateKey, stepKey, debtIds, origin: rulerId === null || step === null ? null : { rulerId, step, arm } }
}

function is({ creditorId, id }: MessageKey) {
  return and(eq(messages.creditorId, creditorId), eq(messages.id, id))
}
