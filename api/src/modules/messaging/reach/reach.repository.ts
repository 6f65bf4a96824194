import { inArray } from 'drizzle-orm'
import type { Channel, Purpose } from '@repactua/shared/contract/messaging.ts'
import type { ContactChoice } from '../../../core/contact/types.ts'
import { blockedPhones as blocked, unreachableAddresses } from '../../../platform/db/tables/contact.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

/** Of these notes (`noteOf`) those that were made, as `channel:index`. */
export async function unreachableOf(tx: Transaction, indexes: readonly Buffer[]): Promise<Set<string>> {
  if (indexes.length === 0) return new Set()
  const rows = await tx.select().from(unreachableAddresses).where(inArray(unreachableAddresses.addressIndex, [...indexes]))
  return new Set(rows.map(({ channel, addressIndex }) => `${channel}:${addressIndex.toString('hex')}`))
}

/** Notes that an address takes nothing by a channel, under its note (`noteOf`). Noted twice it is once. */
export async function insertUnreachable(tx: Transaction, address: typeof unreachableAddresses.$inferSelect): Promise<void> {
  await tx.insert(unreachableAddresses).values(address).onConflictDoNothing()
}

/** Of these phones those on some state's block list, by their index in hexadecimal. */
export async function blockedPhones(tx: Transaction, indexes: readonly Buffer[]): Promise<Set<string>> {
  if (indexes.length === 0) return new Set()
  const rows = await tx.selectDistinct({ index: blocked.addressIndex }).from(blocked).where(inArray(blocked.addressIndex, [...indexes]))
  return new Set(rows.map(({ index }) => index.toString('hex')))
}

/** Holds a person and addresses to the end of the transaction: caps over all creditors are counted by one worker at a time. */
export async function lockContact(tx: Transaction, cpfIndex: Buffer, addressIndexes: readonly Buffer[]): Promise<void> {
  await tx.$client.query({ name: 'lock_contact', text: 'select lock_contact($1, $2)', values: [cpfIndex, addressIndexes] })
}

/** When and by what people or addresses were reached, over all creditors; debts are named where they are the asking creditor's. */
export interface PastRow {
  cpfIndex: Buffer | null
  addressIndex: Buffer | null
  at: Date
  channel: Channel
  purpose: Purpose
  debtIds: string[] | null
}

/** What went to these people and addresses since an instant, as the caps count it. */
export async function contactsBefore(tx: Transaction, { cpfIndexes, addressIndexes, since }: { cpfIndexes: readonly Buffer[]; addressIndexes: readonly Buffer[]; since: Date }): Promise<PastRow[]> {
  const { rows } = await tx.$client.query<PastRow>({
    name: 'contacts_before',
    text: 'select cpf_index as "cpfIndex", address_index as "addressIndex", at, channel, purpose, debt_ids as "debtIds" from contacts_before($1, $2, $3)',
    values: [cpfIndexes, addressIndexes, since],
  })
  return rows
}

/** What people wish of the creditor whom the transaction sees, and of all: by their index in hexadecimal. Who wishes nothing is absent. */
export async function standingChoices(tx: Transaction, cpfIndexes: readonly Buffer[], now: Date): Promise<Map<string, ContactChoice[]>> {
  const { rows } = await tx.$client.query<ContactChoice & { cpfIndex: Buffer }>({
    name: 'standing_choices', text: 'select cpf_index as "cpfIndex", wish, channel, purpose, until from standing_choices($1, $2)', values: [cpfIndexes, now],
  })
  return Map.groupBy(rows, ({ cpfIndex }) => cpfIndex.toString('hex'))
}
