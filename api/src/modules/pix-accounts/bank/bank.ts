import type { Result } from '../../../core/result.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findCreditor } from '../../creditors/index.ts'
import { openSecrets, type AccountSecrets } from '../account-secrets.ts'
import { findPixAccount, type PixAccountRecord } from '../pix-accounts.repository.ts'

/** One creditor's bank, ready to be asked. */
export interface Bank {
  account: Pick<PixAccountRecord, 'creditorId' | 'baseUrl' | 'tokenUrl' | 'clientId' | 'holdsUnknown' | 'sweptUntil' | 'createdAt' | 'receiver' | 'changedAt'>
  secrets: AccountSecrets
  /** The key that charges and webhooks are for. */
  pixKey: string
  now(): Date
  allowsPrivate: boolean
  /** How often a call is tried: a person waits shorter than a job. */
  tries: number
}

/** Why a call came to nothing. `problem` is the status and the name of the error: what the bank wrote beside it may name a person. */
export type BankFault =
  | { kind: 'refused'; status: number; problem: string }
  | { kind: 'silent'; problem: string; retryAfterMs?: number }

export type Asked<T> = Promise<Result<T, BankFault>>

const TRIES = { person: 2, job: 3 }

/** The bank of a creditor, or null where it has set none. Reads in a transaction of its own: none is open while a bank is asked. */
export async function openBank({ clock, keys, allowsPrivateAddresses, transact }: Pick<Platform, 'clock' | 'keys' | 'allowsPrivateAddresses' | 'transact'>, creditorId: string, whoWaits: keyof typeof TRIES): Promise<Bank | null> {
  return transact({ kind: 'system' }, { creditorId }, async ({ tx }) => {
    const account = await findPixAccount(tx, creditorId)
    if (!account) return null
    const { pixKey } = (await findCreditor(tx, creditorId))!
    return { account, secrets: openSecrets(keys, account), pixKey, now: () => clock.now(), allowsPrivate: allowsPrivateAddresses, tries: TRIES[whoWaits] }
  })
}

/** A fault of a call in a job, to be thrown: the job is then tried again. */
export function faultOf(what: string, { kind, problem }: BankFault): Error {
  return new Error(`the bank ${kind === 'silent' ? 'did not answer' : 'refused'} ${what}: ${problem}`)
}
