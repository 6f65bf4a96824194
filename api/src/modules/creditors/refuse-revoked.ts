import { AppError } from '../../platform/errors/app-error.ts'
import { clientOf, type Work } from '../../platform/work.ts'
import { findClient } from './creditors.repository.ts'

/** Refuses a client that was revoked while its token still lives. What gives power away or approves asks for it. */
export async function refuseRevoked(work: Pick<Work, 'tx' | 'actor'>): Promise<void> {
  if (!(await findClient(work.tx, clientOf(work)))) throw new AppError('token_required')
}
