import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { receiveMoney } from '../payments/index.ts'
import { faultOf, type CheckoutState, type GatewayFault } from './card-gateway.ts'
import { lockCheckout, setCheckout, type CheckoutRecord } from './checkouts.repository.ts'
import { openGateway } from './open-gateway.ts'

const SYSTEM = { kind: 'system' } as const

interface CheckoutKey {
  creditorId: string
  checkoutId: string
}

/** The job `confirm-card-checkout`; it is tried again where the provider does not say. */
export async function confirmCheckout(platform: Platform, key: CheckoutKey): Promise<void> {
  const fault = await askAfter(platform, key)
  if (fault) throw faultOf(fault)
}

/** Asks the provider what became of a page, and takes in what was paid on it, once. Gives the fault where it does not say. */
export async function askAfter(platform: Platform, { creditorId, checkoutId }: CheckoutKey): Promise<GatewayFault | null> {
  const checkout = await platform.transact(SYSTEM, { creditorId }, ({ tx }) => lockCheckout(tx, creditorId, { id: checkoutId }))
  const gateway = await openGateway(platform, creditorId)
  if (!gateway || checkout?.status !== 'open') return null
  const state = await gateway.readCheckout(checkout.sessionId!)
  if (!state.ok) return state.error
  const told = state.value
  if (told.status !== 'open') await platform.transact(SYSTEM, { creditorId }, (work) => settle(work, checkout, told))
  return null
}

async function settle(work: Work, { creditorId, id }: CheckoutRecord, state: CheckoutState): Promise<void> {
  const checkout = await lockCheckout(work.tx, creditorId, { id })
  if (checkout?.status !== 'open') return
  if (state.status === 'paid') return takeIn(work, checkout, state)
  await setCheckout(work.tx, checkout, { status: 'expired' })
  await recordChange(work, { creditorId, type: 'card_checkout.expired', subject: showId('checkout', id), data: { agreementId: showId('agreement', checkout.agreementId) } })
}

async function takeIn(work: Work, checkout: CheckoutRecord, { checkoutId, amountCents, paymentIntent, paidAt }: Extract<CheckoutState, { status: 'paid' }>): Promise<void> {
  const { creditorId, id, agreementId, installmentNumber } = checkout
  if (checkoutId !== id) throw new Error('the provider tells another checkout under this id')
  const now = work.clock.now()
  await setCheckout(work.tx, checkout, { status: 'paid', paymentIntent })
  await receiveMoney(work, {
    creditorId, amountCents, method: 'card', externalReference: paymentIntent, aim: { kind: 'installment', agreementId, number: installmentNumber },
    // Their clock may be ahead of ours; no payment is of the future.
    paidAt: paidAt < now ? paidAt : now,
  })
}
