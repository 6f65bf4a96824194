import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { clientOf, creditorOf, type Work } from '../../platform/work.ts'
import { lockClientsOf, markRevoked } from './clients.repository.ts'

/**
 * Ends a client of the creditor: it gets no token any more. One does not end itself, so that one is always left. A client
 * that is revoked already stays so.
 */
export async function revokeClient(work: Work, id: string): Promise<void> {
  const creditorId = creditorOf(work)
  const clients = await lockClientsOf(work.tx, creditorId)
  const isLive = (wanted: string) => clients.some((client) => client.id === wanted && client.revokedAt === null)
  if (!isLive(clientOf(work))) throw new AppError('token_required')
  if (!clients.some((client) => client.id === id)) throw new AppError('not_found')
  if (id === clientOf(work)) throw new AppError('own_client')
  if (!isLive(id)) return
  await markRevoked(work.tx, { creditorId, id }, work.clock.now())
  await recordChange(work, { creditorId, type: 'client.revoked', subject: showId('client', id), data: {} })
}
