import type { Scope } from '@repactua/shared/contract/creditors.ts'
import { newSecret } from '../../platform/crypto/secrets.ts'
import type { Work } from '../../platform/work.ts'
import { insertClient } from './creditors.repository.ts'

export interface NewClient {
  id: string
  secret: string
  scopes: readonly Scope[]
}

/** Makes an OAuth client. Its secret is given back this once; only its keyed hash is kept. */
export async function createClient(work: Work, client: { creditorId: string | null; name: string; scopes: readonly Scope[] }): Promise<NewClient> {
  const id = work.newId()
  const secret = newSecret()
  const { creditorId, name, scopes } = client
  await insertClient(work.tx, { id, creditorId, name, secretMac: work.keys.mac('client', secret), scopes: [...scopes], createdAt: work.clock.now() })
  return { id, secret, scopes }
}
