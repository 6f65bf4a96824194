import { eq } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { creditors } from '../../platform/db/tables/creditors.ts'

/** What a creditor decides about its own house. */
export type SettingsRecord = Pick<typeof creditors.$inferSelect, 'fourEyesPublishing' | 'fourEyesEndAskedBy' | 'fourEyesEndAskedAt' | 'showsBarredDebts' | 'remindDaysBefore' | 'shortToleranceCents' | 'overpayment' | 'tellsBalances' | 'answerHours'>

const SETTINGS = {
  fourEyesPublishing: creditors.fourEyesPublishing,
  fourEyesEndAskedBy: creditors.fourEyesEndAskedBy,
  fourEyesEndAskedAt: creditors.fourEyesEndAskedAt,
  showsBarredDebts: creditors.showsBarredDebts,
  remindDaysBefore: creditors.remindDaysBefore,
  shortToleranceCents: creditors.shortToleranceCents,
  overpayment: creditors.overpayment,
  tellsBalances: creditors.tellsBalances,
  answerHours: creditors.answerHours,
}

export async function findSettings(tx: Transaction, creditorId: string): Promise<SettingsRecord | null> {
  const [settings] = await tx.select(SETTINGS).from(creditors).where(eq(creditors.id, creditorId))
  return settings ?? null
}

/** The same with the creditor's row locked: changes go one after another. */
export async function lockSettings(tx: Transaction, creditorId: string): Promise<SettingsRecord | null> {
  const [settings] = await tx.select(SETTINGS).from(creditors).where(eq(creditors.id, creditorId)).for('no key update')
  return settings ?? null
}

export async function setSettings(tx: Transaction, creditorId: string, settings: SettingsRecord): Promise<void> {
  await tx.update(creditors).set(settings).where(eq(creditors.id, creditorId))
}
