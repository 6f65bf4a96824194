import { eq } from 'drizzle-orm'
import type { Transaction } from '../../platform/db/transaction.ts'
import { escalationSettings } from '../../platform/db/tables/escalations.ts'

export type EscalationSettingsRecord = typeof escalationSettings.$inferSelect

export async function findEscalationSettings(tx: Transaction, creditorId: string): Promise<EscalationSettingsRecord | null> {
  const [row] = await tx.select().from(escalationSettings).where(eq(escalationSettings.creditorId, creditorId))
  return row ?? null
}

export async function putEscalationSettings(tx: Transaction, { creditorId, ...settings }: EscalationSettingsRecord): Promise<void> {
  await tx.insert(escalationSettings).values({ creditorId, ...settings }).onConflictDoUpdate({ target: escalationSettings.creditorId, set: settings })
}
