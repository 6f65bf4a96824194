import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

/** Where the planning of a creditor's day stands. */
export interface Round {
  lastDebtorId: string | null
  isDone: boolean
}

/** Begins a day's round, or waits for whoever is at it and goes on from there. Held to the end of the transaction. */
export async function lockRound(tx: Transaction, creditorId: string, on: LocalDate, now: Date): Promise<Round> {
  await tx.$client.query({ name: 'begin_ruler_round', text: 'insert into ruler_rounds (creditor_id, on_day, started_at) values ($1, $2, $3) on conflict do nothing', values: [creditorId, on, now] })
  const text = 'select last_debtor_id as "lastDebtorId", done_at is not null as "isDone" from ruler_rounds where creditor_id = $1 and on_day = $2 for update'
  const { rows } = await tx.$client.query<Round>({ name: 'lock_ruler_round', text, values: [creditorId, on] })
  return rows[0]!
}

/** Keeps how far a round has come, in the transaction that planned it. */
export async function keepRound(tx: Transaction, creditorId: string, on: LocalDate, { last, people, messages, doneAt }: { last: string | null; people: number; messages: number; doneAt: Date | null }): Promise<void> {
  const text = `update ruler_rounds set last_debtor_id = coalesce($3, last_debtor_id), people = people + $4, messages = messages + $5, done_at = $6 where creditor_id = $1 and on_day = $2`
  await tx.$client.query({ name: 'keep_ruler_round', text, values: [creditorId, on, last, people, messages, doneAt] })
}
