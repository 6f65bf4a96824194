import type { ClientBase } from 'pg'
import type { Keys } from '@repactua/api/platform/crypto/keys.ts'
import type { SealedInvariant } from './invariant.ts'
import { walkRows } from './walk-rows.ts'

interface Answer {
  id: string
  sealed: Buffer
}

/** Where what an answer made is kept; answers that name nothing of these are left out. */
const TABLES: Readonly<Record<string, string>> = {
  agreement: 'agreements', amendment: 'amendment_quotes', charge: 'charges', client: 'oauth_clients', debt: 'debts', exception: 'payment_exceptions',
  import: 'debt_imports', payment: 'payments', policy: 'policies', proposal: 'proposals', sheet: 'offer_sheets', simulation: 'simulations',
}

export const answersAreTrue: SealedInvariant = {
  name: 'answers-are-true',
  claim: 'what an answer that is kept for replay says was made is there',
  findWithKeys: async (client, keys) => {
    const made = new Map<string, string>()
    const { checked } = await walkRows<Answer>(client, "select method || ' ' || path as id, body_sealed as sealed from idempotency_keys", ({ sealed }) => {
      const id = idIn(sealed, keys)
      if (id) made.set(id.uuid, id.kind)
      return true
    })
    return { checked, findings: await missing(client, made) }
  },
}

function idIn(sealed: Buffer, keys: Keys): { kind: string; uuid: string } | null {
  const { id } = (JSON.parse(keys.open(sealed)) ?? {}) as { id?: unknown }
  const [, kind = '', uuid = ''] = (typeof id === 'string' && /^([a-z]+)_([0-9a-f-]{36})$/.exec(id)) || []
  return kind in TABLES ? { kind, uuid } : null
}

async function missing(client: ClientBase, made: ReadonlyMap<string, string>): Promise<string[]> {
  const findings: string[] = []
  for (const [kind, table] of Object.entries(TABLES)) {
    const uuids = [...made].filter(([, each]) => each === kind).map(([uuid]) => uuid)
    const { rows } = await client.query<{ uuid: string }>(`select uuid from unnest($1::uuid[]) as uuid where uuid not in (select id from ${table})`, [uuids])
    findings.push(...rows.map(({ uuid }) => `${kind}_${uuid}`))
  }
  return findings
}
