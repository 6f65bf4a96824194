import type { ClientBase } from 'pg'
import type { Found } from './invariant.ts'

const PIECE = 1_000

/** Looks at the rows of a statement piece by piece, so that memory does not grow with the house. A transaction is open on the client. */
export async function walkRows<Row extends { id: string }>(client: ClientBase, sql: string, isInOrder: (row: Row) => boolean): Promise<Found> {
  const found: Found = { checked: 0, findings: [] }
  await client.query(`declare walk no scroll cursor for ${sql}`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${PIECE} from walk`)
    if (rows.length === 0) break
    found.checked += rows.length
    found.findings.push(...rows.filter((row) => !isInOrder(row)).map(({ id }) => id))
  }
  await client.query('close walk')
  return found
}
