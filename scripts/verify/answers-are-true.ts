import type { ClientBase } from 'pg'
import type { Keys } from '@repactua/api/platform/crypto/keys.ts'
import type { SealedInvariant } from './invariant.ts'

interface Answer {
  id: string
  sealed: Buffer
}

/** Where what an answer made is kept; answers that name nothing of these are left out. */
const TABLES: Readonly<Record<string, string>> = {
  agreement: 'agreements', amendment: 'amendment_quotes', charge: 'charges', client: 'oauth_clients', debt: 'debts',
  import: 'debt_imports', payment: 'payments', policy: 'policies', proposal: 'proposals', sheet: 'offer_sheets', simulation: 'simulations',
}

export const answersAreTrue: SealedInvariant = {
  name: 'answers-are-true',
  claim: 'what an answer that is kept for replay says was made is there',
  findWithKeys: async (client, keys) => {
    const { rows } = await client.query<Answer>("select method || ' ' || path as id, body_sealed as sealed from idempotency_keys")
    const findings: string[] = []
    for (const answer of rows) {
      if (!(await isTrue(client, keys, answer))) findings.push(answer.id)
    }
    return { checked: rows.length, findings }
  },
}

async function isTrue(client: ClientBase, keys: Keys, { sealed }: Answer): Promise<boolean> {
  const { id } = (JSON.parse(keys.open(sealed)) ?? {}) as { id?: unknown }
  const [, kind = '', uuid = ''] = (typeof id === 'string' && /^([a-z]+)_([0-9a-f-]{36})$/.exec(id)) || []
  const table = TABLES[kind]
  if (!table) return true
  return (await client.query(`select from ${table} where id = $1`, [uuid])).rowCount === 1
}
