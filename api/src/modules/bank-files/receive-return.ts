import { createHash } from 'node:crypto'
import { bankOf } from '../../core/boleto/banks.ts'
import type { BrokenLine } from '../../core/cnab240/check-frame.ts'
import { readReturn, type Occurrence, type ReturnFile } from '../../core/cnab240/read-return.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { creditorOf, type Actor, type Work } from '../../platform/work.ts'
import { accountsAt } from '../boletos/index.ts'
import { findCreditor } from '../creditors/index.ts'
import { applyOccurrence, type FileContext, type Outcome } from './apply-occurrence.ts'
import { BROKEN_WORDS } from './broken-words.ts'
import { findReturn, insertReturn, type ReturnRecord } from './returns.repository.ts'

/** What one occurrence of the file did. */
export interface Told {
  occurrence: Occurrence
  outcome: Outcome
}

export interface ReceivedReturn {
  record: ReturnRecord
  file: ReturnFile
  told: Told[]
}

/**
 * Takes in a bank's return file. It is read and checked whole first: broken, or of another company or account, it is refused
 * with its lines and nothing is written. Then each occurrence is a transaction of its own with one effect, however often
 * the file comes; a fault of ours ends it, and the same file sent again goes on from there.
 */
export async function receiveReturn(platform: Platform, actor: Actor, text: string): Promise<ReceivedReturn> {
  const file = readReturn(text)
  if (!file.ok) throw new AppError('bank_file_broken', { errors: file.error.map(findingOf) })
  const scope = { creditorId: creditorOf({ actor }) }
  const { context, record } = await platform.transact(actor, scope, (work) => open(work, file.value, text))
  const told: Told[] = []
  for (const occurrence of file.value.occurrences) {
    told.push({ occurrence, outcome: await platform.transact(actor, scope, (work) => applyOccurrence(work, context, occurrence)) })
  }
  return { record, file: file.value, told }
}

async function open(work: Work, file: ReturnFile, text: string): Promise<{ context: FileContext; record: ReturnRecord }> {
  const creditorId = creditorOf(work)
  const creditor = await findCreditor(work.tx, creditorId)
  const accounts = await accountsAt(work.tx, creditorId, file.bankCode)
  const account = accounts.find((one) => bare(one.agency) === bare(file.agency) && bare(one.account) === bare(file.account))
  if (!account || creditor?.cnpj.replace(/^0+/, '') !== file.holderId) throw new AppError('bank_file_of_another', { errors: [findingOf({ line: 1, reason: 'wrong_field', field: account ? 'holderId' : 'account' })] })
  const sha256 = createHash('sha256').update(text, 'latin1').digest()
  return { context: { bank: bankOf(account.bank), account }, record: await note(work, { creditorId, accountId: account.id, sequence: file.sequence, sha256 }) }
}

async function note(work: Work, file: Omit<ReturnRecord, 'id' | 'createdAt'>): Promise<ReturnRecord> {
  const record = { ...file, id: work.newId(), createdAt: work.clock.now() }
  if (!(await insertReturn(work.tx, record))) return (await findReturn(work.tx, file.creditorId, file.sha256))!
  await recordChange(work, { creditorId: file.creditorId, type: 'boleto_return.received', subject: showId('return', record.id), data: { sequence: file.sequence, sha256: file.sha256.toString('hex') } })
  return record
}

function findingOf({ line, reason, field }: BrokenLine): { pointer: string; code: string; message: string } {
  return { pointer: `/${line}`, code: reason, message: `Linha ${line}: ${BROKEN_WORDS[reason]}${field ? ` (${field})` : ''}.` }
}

function bare(digits: string): string {
  return digits.replace(/^0+/, '')
}
