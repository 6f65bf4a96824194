import pg from 'pg'
import { verifyRows } from '../../../scripts/verify/verify-rows.ts'
import type { FaultHouse } from '../house/fault-house.ts'
import { acknowledged, type Journal } from './journal.ts'

/** What the rows say of a run after healing. Every list must be empty. */
export interface Proof {
  /** How many acknowledged writes were looked for. */
  acknowledged: number
  /** Acknowledged writes that are not there, or are other than was told. */
  lost: string[]
  /** Payments that stand more than once. */
  twice: string[]
  /** What `pnpm verify` finds. */
  findings: string[]
  surprises: string[]
  /** Answers of the fives that were anything but a 503 with a problem and a time to come back. */
  wrongFaults: string[]
}

/** Holds a journal against the rows, as their owner, past the wire. */
export async function prove({ ownerUrl, platform }: FaultHouse, journal: Journal): Promise<Proof> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin read only')
    const payments = await countsOf(client, 'select external_reference as key, amount_cents::text as value from payments')
    const verdicts = await verifyRows(client, platform.keys)
    return {
      acknowledged: acknowledged(journal),
      lost: [
        ...missing(journal.payments, payments),
        ...missing(journal.debts, await countsOf(client, 'select external_id as key, principal_cents::text as value from debts')),
        ...missing(journal.agreements, await countsOf(client, "select 'agreement_' || id as key, status::text as value from agreements")),
      ],
      twice: [...payments].filter(([, values]) => values.length > 1).map(([key]) => key),
      findings: verdicts.flatMap(({ invariant: { name }, found }) => (found?.findings ?? ['not looked at']).map((id) => `${name}: ${id}`)),
      surprises: journal.surprises,
      wrongFaults: journal.answers.filter(({ status, isProblem, retryAfter }) => status >= 500 && !(status === 503 && isProblem && retryAfter)).map(({ status, code }) => `${status} ${code}`),
    }
  } finally {
    await client.end()
  }
}

async function countsOf(client: pg.Client, sql: string): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ key: string; value: string }>(sql)
  const values = new Map<string, string[]>()
  for (const { key, value } of rows) values.set(key, [...(values.get(key) ?? []), value])
  return values
}

function missing(told: ReadonlyMap<string, string | number>, rows: ReadonlyMap<string, string[]>): string[] {
  return [...told].filter(([key, value]) => !rows.get(key)?.includes(String(value))).map(([key, value]) => `${key} (${value})`)
}
