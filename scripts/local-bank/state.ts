import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Account } from './accounts/account.ts'
import type { Recurrence, RecurrenceLocation, Solicitation } from './automatic/recurrence.ts'
import type { RecurringCharge } from './automatic/recurring-charge.ts'
import type { Charge } from './charges/charge.ts'
import type { ReceivedPix } from './pix/received-pix.ts'
import type { Notice } from './webhooks/notice.ts'
import type { AutomaticWebhook, Webhook } from './webhooks/webhook.ts'

/** All that the bank knows; amounts are the official strings, '123.45'. */
export interface BankState {
  accounts: Account[]
  charges: Charge[]
  pix: ReceivedPix[]
  webhooks: Webhook[]
  /** Pix Automático: leave to debit, where it is shown, whom it was put before, and the debits. */
  recurrences: Recurrence[]
  recurrenceLocations: RecurrenceLocation[]
  solicitations: Solicitation[]
  recurringCharges: RecurringCharge[]
  automaticWebhooks: AutomaticWebhook[]
  /** News that a webhook has not taken yet. */
  notices: Notice[]
}

/** The state of a file, or an empty one where there is no file yet or none is kept. */
export function readState(file: string | null): BankState {
  const empty: BankState = {
    accounts: [], charges: [], pix: [], webhooks: [],
    recurrences: [], recurrenceLocations: [], solicitations: [], recurringCharges: [], automaticWebhooks: [],
    notices: [],
  }
  if (file === null || !existsSync(file)) return empty
  return { ...empty, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<BankState>) }
}

/** Puts the state in one step, readable by its owner only: it holds invented secrets, but secrets. */
export function writeState(file: string | null, state: BankState): void {
  if (file === null) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 1), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
