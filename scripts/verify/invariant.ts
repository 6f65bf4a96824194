import type { ClientBase } from 'pg'
import type { Keys } from '@repactua/api/platform/crypto/keys.ts'

/** What was looked at, and the ids of the rows that are not as they must be. */
export interface Found {
  checked: number
  findings: string[]
}

interface Claim {
  name: string
  /** The sentence that is proved. */
  claim: string
}

/** What the rows alone tell. */
interface OpenInvariant extends Claim {
  find(client: ClientBase): Promise<Found>
}

/** What only the keys of the installation let be seen. */
export interface SealedInvariant extends Claim {
  findWithKeys(client: ClientBase, keys: Keys): Promise<Found>
}

/** Something that must hold of the rows of an installation, whatever happened to it. */
export type Invariant = OpenInvariant | SealedInvariant

/** An invariant that two statements tell: how many rows there are, and the ids (column `id`) of those that break it. */
export function provenBySql({ name, claim, count, broken }: Claim & { count: string; broken: string }): OpenInvariant {
  return {
    name,
    claim,
    find: async (client) => {
      const { rows: [counted] } = await client.query<{ count: number }>(`select (${count})::int as count`)
      const { rows } = await client.query<{ id: string }>(broken)
      return { checked: counted!.count, findings: rows.map(({ id }) => id) }
    },
  }
}
