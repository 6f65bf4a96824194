import { recordChange } from '../../../platform/audit/record-change.ts'
import { isPassing } from '../../../platform/db/is-passing.ts'
import { withTransaction, type Transaction } from '../../../platform/db/transaction.ts'
import { showId } from '../../../platform/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addCounts, lockImport, markCompleted, setImportStatus, type Counts, type ImportKey } from './debt-imports.repository.ts'
import { countUnchanged, deleteRows, forgetPlans, mergeDebtors, mergeDebts, nextLine, refuseClosed, refuseRepeated, type Batch } from './merge-rows.repository.ts'

const BATCH_LINES = 20_000

/**
 * Merges what an import left in staging into the debts, batch by batch, each with its counts in a transaction of its own.
 * Killed between batches, or run twice, it goes on where it stopped: a batch's staging rows leave with it.
 */
export async function mergeImport(platform: Platform, key: ImportKey): Promise<void> {
  try {
    if (!(await startMerge(platform, key))) return
    let line: number | null = 0
    while (line !== null) line = await mergeNext(platform, key, line)
    await completeImport(platform, key)
  } catch (error) {
    if (!isPassing(error)) await inBulk(platform, key, (tx) => setImportStatus(tx, key, 'failed'))
    throw error
  }
}

// A failed import that is tried again starts where it failed; only a completed one is over.
function startMerge(platform: Platform, key: ImportKey): Promise<boolean> {
  return inBulk(platform, key, async (tx) => {
    const record = await lockImport(tx, key)
    if (!record || record.status === 'completed') return false
    const rejected = await refuseRepeated(tx, key)
    await addCounts(tx, key, { accepted: 0, unchanged: 0, rejected })
    await setImportStatus(tx, key, 'running')
    return true
  })
}

/** Merges the next lines after a line. Gives back the last line that it looked at, or null when none was left. */
function mergeNext(platform: Platform, key: ImportKey, after: number): Promise<number | null> {
  return inBulk(platform, key, async (tx) => {
    await lockImport(tx, key)
    await forgetPlans(tx)
    const from = await nextLine(tx, key, after)
    if (from === null) return null
    const to = from + BATCH_LINES
    await addCounts(tx, key, await mergeBatch(tx, { ...key, from, to }, platform.clock.now()))
    return to - 1
  })
}

async function mergeBatch(tx: Transaction, batch: Batch, now: Date): Promise<Counts> {
  const refusedBefore = await refuseClosed(tx, batch)
  const { lines, unchanged } = await countUnchanged(tx, batch)
  await mergeDebtors(tx, batch, now)
  await mergeDebts(tx, batch, now)
  const refusedMeanwhile = await refuseClosed(tx, batch)
  await deleteRows(tx, batch)
  return { accepted: lines - unchanged - refusedMeanwhile, unchanged, rejected: refusedBefore + refusedMeanwhile }
}

function completeImport(platform: Platform, key: ImportKey): Promise<void> {
  const { creditorId, importId } = key
  return platform.transact({ kind: 'system' }, { creditorId }, async (work) => {
    const completed = await markCompleted(work.tx, key, work.clock.now())
    if (!completed) return
    const { received, accepted, unchanged, rejected } = completed
    const data = { importId: showId('import', importId), received, accepted, unchanged, rejected }
    await recordChange(work, { creditorId, type: 'debt_import.completed', subject: showId('import', importId), data })
  })
}

function inBulk<T>(platform: Platform, { creditorId }: ImportKey, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withTransaction(platform.bulkPool, { creditorId }, work)
}
