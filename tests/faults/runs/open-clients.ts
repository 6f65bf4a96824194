import pg from 'pg'
import type { FaultHouse } from '../house/fault-house.ts'
import type { Bar } from './fault-run.ts'

// The API's and the worker's pools, and the builders' own: each of 8 and 4 at most.
const MOST = 3 * (8 + 4)

/** A pool that lost a client takes no more work for it: as many requests at once as it has must all be answered. */
export async function openClients({ ownerUrl, url }: FaultHouse): Promise<Bar> {
  const answers = await Promise.all(Array.from({ length: 24 }, () => fetch(`${url}/readyz`).then((answer) => answer.status)))
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ open: number; stuck: number }>(`select count(*)::int as open,
    count(*) filter (where state like 'idle in transaction%' and state_change < now() - interval '6 seconds')::int as stuck
    from pg_stat_activity where application_name like 'repactua%'`)
  await client.end()
  const { open, stuck } = rows[0]!
  const refused = answers.filter((status) => status !== 200).length
  return {
    what: 'leaked clients', measured: `${open} sessions, ${stuck} stuck, ${refused} of 24 parallel requests refused`,
    bar: `<= ${MOST}, 0, 0`, ok: open <= MOST && stuck === 0 && refused === 0,
  }
}
