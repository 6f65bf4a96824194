import type { ClientInput } from '@repactua/shared/contract/creditors.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import type { ListedClient } from './clients.repository.ts'
import { createClient } from './create-client.ts'
import { refuseRevoked } from './refuse-revoked.ts'

/** Makes another client of the creditor. Refuses scopes that the token which asks does not carry (`mayGive`). */
export async function addClient(work: Work, { name, scopes }: ClientInput, mayGive: readonly string[]): Promise<{ client: ListedClient; secret: string }> {
  await refuseRevoked(work)
  if (scopes.some((scope) => !mayGive.includes(scope))) throw new AppError('invalid_scope')
  const creditorId = creditorOf(work)
  const { id, secret } = await createClient(work, { creditorId, name, scopes })
  await recordChange(work, { creditorId, type: 'client.created', subject: showId('client', id), data: { scopes } })
  return { client: { id, name, scopes, createdAt: work.clock.now(), revokedAt: null }, secret }
}
