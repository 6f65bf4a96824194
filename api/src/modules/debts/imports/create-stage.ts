import type { Transaction } from '../../../platform/db/transaction.ts'
import type { CheckedLine } from './check-line.ts'
import { insertErrors, type ImportKey, type RefusedLine } from './debt-imports.repository.ts'
import { copyLine, copyRows } from './staging.repository.ts'

/** Where checked lines wait until there are enough of them for one COPY. */
export interface Stage {
  add(checked: CheckedLine): void
  /** Sends what has gathered once it is enough; waits for the load before it, so that no more than two are in memory. */
  sendIfFull(): Promise<void>
  sendAll(): Promise<{ received: number; rejected: number }>
}

const FULL_CHARACTERS = 1_048_576
const FULL_ERRORS = 1_000

/**
 * A stage for one import. While a load travels to the database the next one gathers: a COPY is never open for longer than
 * it takes to send a megabyte, however slowly the file comes.
 */
export function createStage(tx: Transaction, key: ImportKey): Stage {
  const counts = { received: 0, rejected: 0 }
  let lines = ''
  let refused: RefusedLine[] = []
  let sending = Promise.resolve()
  const send = async () => {
    await sending
    sending = sendLoad(tx, key, lines, refused)
    // A failure is met where it is waited for, at the next load or at the end.
    sending.catch(() => {})
    lines = ''
    refused = []
  }
  return {
    add(checked) {
      counts.received += 1
      if ('sealed' in checked) {
        lines += copyLine(key, checked.line, checked.sealed)
        return
      }
      counts.rejected += 1
      refused.push(checked)
    },
    async sendIfFull() {
      if (lines.length >= FULL_CHARACTERS || refused.length >= FULL_ERRORS) await send()
    },
    async sendAll() {
      await send()
      await sending
      return counts
    },
  }
}

async function sendLoad(tx: Transaction, key: ImportKey, lines: string, refused: readonly RefusedLine[]): Promise<void> {
  if (lines !== '') await copyRows(tx, lines)
  await insertErrors(tx, key, refused)
}
