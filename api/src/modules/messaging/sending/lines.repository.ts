import { eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { sendingLines } from '../../../platform/db/tables/sending-lines.ts'
import { AHEAD_MS, BREAKER_FAILURES, closedAfter, PROBE_MS } from './sending.rules.ts'

export type LineRecord = typeof sendingLines.$inferSelect

/** How much sooner than its rate says a message may go, so that clocks of several workers do not lose places. */
const BURST_MS = 50

export async function linesOf(tx: Transaction, lines: readonly string[]): Promise<Map<string, LineRecord>> {
  const rows = await tx.select().from(sendingLines).where(inArray(sendingLines.line, [...lines]))
  return new Map(rows.map((row) => [row.line, row]))
}

/** Takes the next place on a line, shared by all workers; null where there is none in the next seconds. The line is held to the end of the transaction. */
export async function reserveLine(tx: Transaction, { line, ratePerSecond }: { line: string; ratePerSecond: number }, now: Date): Promise<Date | null> {
  const { rows } = await tx.$client.query<{ place: Date | null }>({
    name: 'reserve_line',
    text: "select reserve_line($1, $2 * interval '1 millisecond', $3 * interval '1 millisecond', $4 * interval '1 millisecond', $5 * interval '1 millisecond', $6, $7) as place",
    values: [line, 1_000 / ratePerSecond, BURST_MS, AHEAD_MS, PROBE_MS, BREAKER_FAILURES, now],
  })
  return rows[0]!.place
}

/** A carrier answered: its line is up. Written only where it was not. */
export async function markUp(tx: Transaction, line: string): Promise<void> {
  await tx.$client.query({ name: 'mark_line_up', text: 'update sending_lines set failures = 0, down_since = null, closed_until = null where line = $1 and failures > 0', values: [line] })
}

/** A carrier did not answer: after some of that in a row nobody calls it for a while. */
export async function markDown(tx: Transaction, line: string, now: Date): Promise<void> {
  const [found] = await tx.select().from(sendingLines).where(eq(sendingLines.line, line)).for('update')
  if (!found) return
  const failures = found.failures + 1
  await tx.update(sendingLines).set({ failures, downSince: found.downSince ?? now, closedUntil: closedAfter(failures, now) }).where(eq(sendingLines.line, line))
}

/** A carrier asked for a pause: no place on its line before that. */
export async function pauseLine(tx: Transaction, line: string, until: Date): Promise<void> {
  await tx.$client.query({ name: 'pause_line', text: 'update sending_lines set next_slot = greatest(next_slot, $2) where line = $1', values: [line, until] })
}
