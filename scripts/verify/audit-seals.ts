import type { SealedInvariant } from './invariant.ts'

interface Entry {
  id: string
  payload: string
  mac: Buffer
}

export const auditSeals: SealedInvariant = {
  name: 'audit-seals',
  claim: 'each audit entry was sealed with the key that is not in the database',
  findWithKeys: async (client, keys) => {
    const { rows } = await client.query<Entry>("select 'creditor_' || creditor_id || ' audit ' || sequence as id, payload, mac from audit_entries")
    return { checked: rows.length, findings: rows.filter(({ payload, mac }) => !keys.auditMac(payload).equals(mac)).map(({ id }) => id) }
  },
}
