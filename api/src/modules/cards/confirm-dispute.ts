import { AppError } from '../../platform/errors/app-error.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { takeMoneyBack } from '../payments/index.ts'
import { faultOf } from './card-gateway.ts'
import { openGateway } from './open-gateway.ts'

/**
 * The job `confirm-card-dispute`: asks the provider how a card holder's dispute ended. Lost, the money is gone and its payment
 * is taken back, once; until then, and where it was won, the payment stands.
 */
export async function confirmDispute({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>, { creditorId, disputeId }: { creditorId: string; disputeId: string }): Promise<void> {
  const gateway = await openGateway(platform, creditorId)
  if (!gateway) return
  const state = await gateway.readDispute(disputeId)
  if (!state.ok) throw faultOf(state.error)
  if (state.value.status !== 'lost') return
  const { amountCents, paymentIntent } = state.value
  const ask = { creditorId, paymentReference: paymentIntent, amountCents, reversedAt: platform.clock.now(), externalReference: disputeId, reason: 'chargeback' } as const
  await platform.transact({ kind: 'system' }, { creditorId }, (work) => takeMoneyBack(work, ask)).catch((error: unknown) => {
    // Of money that is held in part, owed back or not ours no payment changes; trying again would not either.
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
    logger.warn({ creditorId, disputeId, code: error.code }, 'a dispute changed no payment')
  })
}
