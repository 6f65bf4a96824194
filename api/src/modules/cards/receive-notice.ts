import { AppError } from '../../platform/errors/app-error.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import type { Notice } from './card-gateway.ts'
import { lockCheckout } from './checkouts.repository.ts'
import { openGateway } from './open-gateway.ts'

export interface SignedNotice {
  creditorId: string
  bytes: Buffer
  signature: string
}

/** Takes a provider's notice as a hint: what it is about is asked of the provider, by a job. Refused where it is not signed. */
export async function receiveNotice(platform: Platform, { creditorId, bytes, signature }: SignedNotice): Promise<void> {
  const gateway = await openGateway(platform, creditorId)
  const notice = gateway?.readNotice({ bytes, signature, now: platform.clock.now() })
  if (!notice) throw new AppError('card_notice_unsigned')
  await platform.transact({ kind: 'system' }, { creditorId }, (work) => follow(work, creditorId, notice))
}

async function follow(work: Work, creditorId: string, notice: Notice): Promise<void> {
  if (notice.kind === 'dispute') return work.jobs.send(work.tx, 'confirm-card-dispute', { creditorId, disputeId: notice.disputeId })
  const checkout = notice.kind === 'checkout' ? await lockCheckout(work.tx, creditorId, { sessionId: notice.sessionId }) : null
  if (checkout?.status === 'open') await work.jobs.send(work.tx, 'confirm-card-checkout', { creditorId, checkoutId: checkout.id })
}
