import { isDeepStrictEqual } from 'node:util'
import type { BoletoAccountInput } from '@repactua/shared/contract/boletos.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked, setAcceptsBoleto } from '../creditors/index.ts'
import { accountOf, rangeAfter, wrongFieldsOf } from './account.rules.ts'
import { findAccountInUse, lockSameAccount, putInUse, type AccountRecord } from './accounts.repository.ts'

/**
 * Sets where the creditor's slips are paid to. The same account again takes another range of numbers, which begins after
 * those that were handed out; another account leaves slips that were made as they are.
 */
export async function setAccount(work: Work, input: BoletoAccountInput): Promise<AccountRecord> {
  await refuseRevoked(work)
  const errors = wrongFieldsOf(input)
  if (errors.length > 0) throw new AppError('boleto_account_invalid', { errors })
  const standing = await lockSameAccount(work.tx, creditorOf(work), input.bank, accountOf(input))
  const account = standing ? changed(standing, input) : fresh(work, input)
  if (isDeepStrictEqual(standing, account)) return account
  await putInUse(work.tx, account)
  await setAcceptsBoleto(work.tx, account.creditorId)
  await record(work, account)
  return account
}

/** Where the creditor's slips are paid to; refuses with not_found where it has set none. */
export async function readAccount(work: Work): Promise<AccountRecord> {
  const account = await findAccountInUse(work.tx, creditorOf(work))
  if (!account) throw new AppError('not_found')
  return account
}

function changed(standing: AccountRecord, input: BoletoAccountInput): AccountRecord {
  const range = rangeAfter(standing, input)
  if (!range.ok) throw new AppError(range.error)
  return { ...standing, ...accountOf(input), ...range.value, inUse: true }
}

function fresh(work: Work, input: BoletoAccountInput): AccountRecord {
  const { bank, firstNumber, lastNumber } = input
  return { creditorId: creditorOf(work), id: work.newId(), bank, ...accountOf(input), firstNumber, lastNumber, nextNumber: firstNumber, nextSequence: 1, inUse: true, createdAt: work.clock.now() }
}

async function record(work: Work, { creditorId, bank, agency, account, accountDigit, wallet, convenio, firstNumber, lastNumber }: AccountRecord): Promise<void> {
  const data = { bank, agency, account, accountDigit, wallet, convenio, firstNumber, lastNumber }
  await recordChange(work, { creditorId, type: 'boleto_account.changed', subject: showId('creditor', creditorId), data })
}
