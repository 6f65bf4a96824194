import type { SealedInvariant } from './invariant.ts'
import { walkRows } from './walk-rows.ts'

interface Entry {
  id: string
  payload: string
  mac: Buffer
}

export const auditSeals: SealedInvariant = {
  name: 'audit-seals',
  claim: 'each audit entry was sealed with the key that is not in the database',
  findWithKeys: (client, keys) =>
    walkRows<Entry>(client, "select 'creditor_' || creditor_id || ' audit ' || sequence as id, payload, mac from audit_entries", ({ payload, mac }) => keys.auditMac(payload).equals(mac)),
}
