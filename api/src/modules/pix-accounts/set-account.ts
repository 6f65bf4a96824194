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
  const creditorId = creditorOf(work)
  const certificateEndsOn = checkAccount(input, { now: work.clock.now(), allowsPrivate })
  const standing = await lockPixAccount(work.tx, creditorId)
  const known = standing && openSecrets(work.keys, standing)
  const { baseUrl, tokenUrl, clientId, ...given } = input
  const secrets: AccountSecrets = { ...given, hook: known?.hook ?? newHook(creditorId) }
  if (standing && isDeepStrictEqual([known, addressesOf(standing)], [secrets, { baseUrl, tokenUrl, clientId }])) return show(work, standing)
  const now = work.clock.now()
  const account: PixAccountRecord = {
    creditorId, baseUrl, tokenUrl, clientId, secretsSealed: sealSecrets(work.keys, secrets), certificateEndsOn,
    status: 'waiting', problem: null, tellsPayments: standing?.tellsPayments ?? false, createdAt: standing?.createdAt ?? now, changedAt: now,
  }
  await putPixAccount(work.tx, account)
  await work.jobs.send(work.tx, 'connect-pix-account', { creditorId })
  await recordChange(work, { creditorId, type: 'pix_account.changed', subject: showId('creditor', creditorId), data: { baseUrl, tokenUrl, clientId, certificateEndsOn } })
  return show(work, account)
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

function addressesOf({ baseUrl, tokenUrl, clientId }: PixAccountRecord) {
  return { baseUrl, tokenUrl, clientId }
}
