import { isDeepStrictEqual } from 'node:util'
import type { PixAccountInput } from '@repactua/shared/contract/pix-accounts.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findCreditor, refuseRevoked, type CreditorRecord } from '../creditors/index.ts'
import { newHook, openSecrets, sealSecrets, type AccountSecrets } from './account-secrets.ts'
import { checkAccount } from './check-account.ts'
import { deletePixAccount, findPixAccount, lockPixAccount, putPixAccount, type PixAccountRecord } from './pix-accounts.repository.ts'

export interface ShownAccount {
  account: PixAccountRecord
  creditor: CreditorRecord
}

/**
 * Sets how the creditor's bank is reached, from the next charge on, and has a job knock there. The same again changes
 * nothing. The address for the bank's news stays the same as long as an account stands.
 */
export async function setAccount(work: Work, input: PixAccountInput, { allowsPrivate }: { allowsPrivate: boolean }): Promise<ShownAccount> {
  await refuseRevoked(work)
  const certificateEndsOn = checkAccount(input, { now: work.clock.now(), allowsPrivate })
  const standing = await lockPixAccount(work.tx, creditorOf(work))
  const known = standing && openSecrets(work.keys, standing)
  const { baseUrl, tokenUrl, clientId, holdsUnknown = false, receiver = null, ...given } = input
  const open = { baseUrl, tokenUrl, clientId, holdsUnknown, receiver }
  const secrets: AccountSecrets = { ...given, hook: known?.hook ?? newHook(creditorOf(work)) }
  if (standing && isDeepStrictEqual([known, openPartOf(standing)], [secrets, open])) return show(work, standing)
  const account = { ...(standing ?? firstAccount(work)), ...open, secretsSealed: sealSecrets(work.keys, secrets), certificateEndsOn, status: 'waiting', problem: null, changedAt: work.clock.now() } as const
  await put(work, account)
  return show(work, account)
}

function firstAccount(work: Work): Pick<PixAccountRecord, 'creditorId' | 'tellsPayments' | 'sweptUntil' | 'createdAt'> {
  return { creditorId: creditorOf(work), tellsPayments: false, sweptUntil: null, createdAt: work.clock.now() }
}

async function put(work: Work, account: PixAccountRecord): Promise<void> {
  const { creditorId, certificateEndsOn } = account
  await putPixAccount(work.tx, account)
  await work.jobs.send(work.tx, 'connect-pix-account', { creditorId })
  await recordChange(work, { creditorId, type: 'pix_account.changed', subject: showId('creditor', creditorId), data: { ...openPartOf(account), certificateEndsOn } })
}

/** How the creditor's bank is reached; refuses with not_found where it set nothing. */
export async function readAccount(work: Work): Promise<ShownAccount> {
  const account = await findPixAccount(work.tx, creditorOf(work))
  if (!account) throw new AppError('not_found')
  return show(work, account)
}

/** Forgets the account with its secrets. Codes that were given stay payable; their money is found by statement. */
export async function removeAccount(work: Work): Promise<void> {
  await refuseRevoked(work)
  const creditorId = creditorOf(work)
  if (!(await lockPixAccount(work.tx, creditorId))) throw new AppError('not_found')
  await deletePixAccount(work.tx, creditorId)
  await recordChange(work, { creditorId, type: 'pix_account.removed', subject: showId('creditor', creditorId), data: {} })
}

async function show({ tx }: Work, account: PixAccountRecord): Promise<ShownAccount> {
  return { account, creditor: (await findCreditor(tx, account.creditorId))! }
}

function openPartOf({ baseUrl, tokenUrl, clientId, holdsUnknown, receiver }: PixAccountRecord) {
  return { baseUrl, tokenUrl, clientId, holdsUnknown, receiver }
}
