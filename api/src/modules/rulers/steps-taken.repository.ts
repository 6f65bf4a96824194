import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { DueStep } from '../../core/rulers/types.ts'
import type { Transaction } from '../../platform/db/transaction.ts'

/** The name of a step of one debt, installment or event: taken once, in whatever version of the ruler. */
export function takenKey({ ruler, step, occurrence }: DueStep): string {
  return `${ruler.code} ${step.key} ${occurrence.id}`
}

interface TakenRow {
  key: string
}

/** Which of these steps were taken before. */
export async function findTaken(tx: Transaction, creditorId: string, due: readonly DueStep[]): Promise<Set<string>> {
  if (due.length === 0) return new Set()
  const { rows } = await tx.$client.query<TakenRow>({
    name: 'find_steps_taken',
    text: `select t.code || ' ' || t.step || ' ' || t.anchor as key from unnest($2::text[], $3::text[], $4::text[]) as a(code, step, anchor)
      join ruler_steps_taken t on t.creditor_id = $1 and t.code = a.code and t.step = a.step and t.anchor = a.anchor`,
    values: [creditorId, ...columnsOf(due)],
  })
  return new Set(rows.map(({ key }) => key))
}

/** Takes steps; gives back those that nobody took meanwhile. */
export async function takeSteps(tx: Transaction, creditorId: string, due: readonly DueStep[], on: LocalDate): Promise<Set<string>> {
  const { rows } = await tx.$client.query<TakenRow>({
    name: 'take_steps',
    text: `insert into ruler_steps_taken (creditor_id, code, step, anchor, taken_on) select $1, a.code, a.step, a.anchor, $5
      from unnest($2::text[], $3::text[], $4::text[]) as a(code, step, anchor) order by 2, 3, 4 on conflict do nothing returning code || ' ' || step || ' ' || anchor as key`,
    values: [creditorId, ...columnsOf(due), on],
  })
  return new Set(rows.map(({ key }) => key))
}

/** Forgets steps that were taken before a day: no window reaches back to them. */
export async function forgetTaken(tx: Transaction, creditorId: string, before: LocalDate): Promise<void> {
  await tx.$client.query({ name: 'forget_steps_taken', text: 'delete from ruler_steps_taken where creditor_id = $1 and taken_on < $2', values: [creditorId, before] })
}

function columnsOf(due: readonly DueStep[]): [string[], string[], string[]] {
  return [due.map(({ ruler }) => ruler.code), due.map(({ step }) => step.key), due.map(({ occurrence }) => occurrence.id)]
}
