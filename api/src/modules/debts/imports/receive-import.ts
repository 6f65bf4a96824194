import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { DebtImport } from '@repactua/shared/contract/debt-imports.ts'
import { invariant } from '../../../core/invariant.ts'
import { withTransaction, type Transaction } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { answerAgain, claimOnce, keepAnswer, type OnceKey } from '../../../platform/once.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findCreditor } from '../../creditors/index.ts'
import { findLegalRate } from '../../indices/index.ts'
import type { Sealer } from '../../debtors/index.ts'
import { createLineCheck, type CheckLine } from './check-line.ts'
import { createStage } from './create-stage.ts'
import { claimUpload, insertImport, setReceived, type ImportKey, type ImportRecord } from './debt-imports.repository.ts'
import { presentImport } from './debt-imports.presenter.ts'
import { fingerprintContent } from './fingerprint-content.ts'
import { createTextReader, type ImportFormat } from './line-formats.ts'
import { readLines } from '../../../platform/lines/read-lines.ts'

export interface ImportFile {
  creditorId: string
  format: ImportFormat
  content: AsyncIterable<Buffer>
  /** Where the sender gave an `Idempotency-Key`. */
  once: OnceKey | null
}

export interface ReceivedImport {
  answer: DebtImport
  /** The key was known: this is the first answer again, and nothing was done. */
  isReplayed: boolean
}

/** The line numbers of a file far beyond any portfolio of one day; it keeps a file that never ends from filling the disk. */
const MOST_LINES = 10_000_000

/**
 * Takes a file in while it streams, in constant memory: good lines into staging, bad ones into the list of refusals.
 * All of it is one transaction, with the job that will merge it: a file that is cut off leaves nothing behind.
 */
export function receiveImport(platform: Platform, { creditorId, format, content, once }: ImportFile): Promise<ReceivedImport> {
  const file = fingerprintContent(content)
  const fingerprint = () => platform.keys.mac('idempotency', `${format}:${file.digest()}`)
  // Nothing here can be in a deadlock, rows being only added: the transaction never runs a second time on a spent stream.
  return withTransaction(platform.bulkPool, { creditorId }, async (tx) => {
    const first = once && (await claimOnce(tx, platform.keys, once))
    if (first) {
      await drain(file.content)
      return { answer: answerAgain<DebtImport>(first, fingerprint()), isReplayed: true }
    }
    const answer = presentImport(await takeIn(platform, tx, { creditorId, format, content: file.content }))
    if (once) await keepAnswer(tx, platform, once, { fingerprint: fingerprint(), status: 202, body: JSON.stringify(answer) })
    return { answer, isReplayed: false }
  })
}

async function takeIn(platform: Platform, tx: Transaction, { creditorId, format, content }: Omit<ImportFile, 'once'>): Promise<ImportRecord> {
  const key = { creditorId, importId: platform.newId() }
  const creditor = await findCreditor(tx, creditorId)
  invariant(creditor, 'the creditor of a token is there')
  // A file holds a connection as long as it comes: one creditor with many slow ones would keep all others from sending.
  if (!(await claimUpload(tx, creditorId))) throw new AppError('too_many_requests', { detail: 'Outro arquivo seu ainda está chegando.', retryAfterSeconds: 10 })
  await insertImport(tx, key, platform.clock.now())
  const sender = { creditorId, regime: creditor.regime, legalRate: await findLegalRate(tx, platform.clock.today()) }
  const check = createLineCheck(atOneInstant(platform), sender, createTextReader(format))
  const counts = await stageLines(tx, key, content, check)
  if (counts.received === 0) throw new AppError('import_empty')
  const record = await setReceived(tx, key, counts)
  await platform.jobs.send(tx, 'merge-import', key)
  return record
}

async function drain(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _chunk of content) await letOthersRun()
}

// One file is checked on one day, also where it streams in over midnight.
function atOneInstant({ clock, keys, newId }: Platform): Sealer {
  const [now, today] = [clock.now(), clock.today()]
  return { keys, newId, clock: { now: () => now, today: () => today } }
}

async function stageLines(tx: Transaction, key: ImportKey, content: AsyncIterable<Buffer>, check: CheckLine): Promise<{ received: number; rejected: number }> {
  const stage = createStage(tx, key)
  for await (const lines of readLines(content)) {
    for (const raw of lines) {
      if (raw.number > MOST_LINES) throw new AppError('body_too_large', { detail: 'Um arquivo pode ter até 10 milhões de linhas.' })
      const checked = check(raw)
      if (checked) stage.add(checked)
    }
    await stage.sendIfFull()
    // A file that comes faster than it is checked must not keep the others waiting.
    await letOthersRun()
  }
  return stage.sendAll()
}
