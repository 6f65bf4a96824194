import { ok } from '../../../core/result.ts'
import { askBank } from './ask-bank.ts'
import type { Asked, Bank } from './bank.ts'

/** Gives the bank the address for its news of the creditor's key. Again, it takes the former's place. */
export async function putHook(bank: Bank, webhookUrl: string): Asked<null> {
  const told = await askBank(bank, { method: 'PUT', path: `/webhook/${encodeURIComponent(bank.pixKey)}`, body: { webhookUrl }, read: () => true })
  return told.ok ? ok(null) : told
}
