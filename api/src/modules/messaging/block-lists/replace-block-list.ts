import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { ReceivedBlockList } from '@repactua/shared/contract/block-lists.ts'
import { appendAudit, INSTALLATION } from '../../../platform/audit/record-change.ts'
import { withTransaction } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readLines, type RawLine } from '../../../platform/lines/read-lines.ts'
import { normalisePhone } from '../../../platform/phone.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Actor } from '../../../platform/work.ts'
import { addressOf } from '../reach/address.ts'
import { claimList, deleteList, insertPhones } from './block-lists.repository.ts'

interface SentList {
  actor: Actor
  state: ReceivedBlockList['state']
  content: AsyncIterable<Buffer>
}

/** More numbers than any state has; it keeps a file that never ends from filling the disk. */
const MOST_LINES = 10_000_000
const BATCH = 5_000

/**
 * Takes a state's list in while it streams, and puts it in the place of the one before, in one transaction: until it is whole the
 * old one counts. Numbers are kept as keyed indexes alone. Refuses a file without one good number: it would open all of them.
 */
export function replaceBlockList(platform: Platform, { actor, state, content }: SentList): Promise<ReceivedBlockList> {
  // A lock is tried and never waited for, so that this is in no deadlock and never runs a second time on a spent stream.
  return withTransaction(platform.bulkPool, { nobody: true }, async (tx) => {
    if (!(await claimList(tx, state))) throw new AppError('too_many_requests', { detail: 'Outra lista deste estado ainda está chegando.', retryAfterSeconds: 10 })
    await deleteList(tx, state)
    const list = { state, listId: platform.newId(), createdAt: platform.clock.now() }
    const counts = { received: 0, accepted: 0, rejected: 0 }
    for await (const lines of readLines(content)) {
      const indexes = indexesIn(platform, lines, counts)
      if (counts.received > MOST_LINES) throw new AppError('body_too_large', { detail: 'Uma lista pode ter até 10 milhões de linhas.' })
      for (let from = 0; from < indexes.length; from += BATCH) await insertPhones(tx, list, indexes.slice(from, from + BATCH))
      // A file that comes faster than it is read must not keep the others waiting.
      await letOthersRun()
    }
    if (counts.accepted === 0) throw new AppError('block_list_empty')
    await appendAudit({ ...platform, tx, actor, today: platform.clock.today() }, { creditorId: INSTALLATION, type: 'block_list.replaced', subject: `block_list_${state}`, data: { listId: list.listId, ...counts } })
    return { state, ...counts }
  })
}

function indexesIn({ keys }: Platform, lines: readonly RawLine[], counts: { received: number; accepted: number; rejected: number }): Buffer[] {
  const said = lines.map(({ bytes }) => bytes?.toString('utf8').trim()).filter((text) => text !== '')
  const phones = said.flatMap((text) => (text === undefined ? null : phoneIn(text)) ?? [])
  counts.received += said.length
  counts.accepted += phones.length
  counts.rejected += said.length - phones.length
  return phones.map((phone) => addressOf(keys, 'sms', phone).index)
}

// A line of text, or of NDJSON: "11912345678", or a string of JSON with the same.
function phoneIn(text: string): string | null {
  return normalisePhone(text.replace(/^"(.*)"$/, '$1'))
}
