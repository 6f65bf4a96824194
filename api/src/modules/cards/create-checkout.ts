import { recordChange } from '../../platform/audit/record-change.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import type { OpenedCheckout } from './card-gateway.ts'
import { lockCheckout, setCheckout, type CheckoutRecord } from './checkouts.repository.ts'
import { askAfter } from './confirm-checkout.ts'
import { openGateway } from './open-gateway.ts'
import { prepareCheckout, type AskedCheckout, type Prepared } from './prepare-checkout.ts'

/**
 * A page of the provider on which what is open of one's own installment can be paid by card. Asked again for the same
 * amount, it is the same page while that is open. Refused where the creditor takes no cards. What is asked of the provider
 * stands in the database before, and no transaction is open meanwhile.
 */
export async function createCheckout(platform: Platform, asked: AskedCheckout): Promise<CheckoutRecord> {
  const { checkout, title } = await prepare(platform, asked)
  if (checkout.status === 'open') return checkout
  const gateway = await openGateway(platform, checkout.creditorId)
  if (!gateway) throw new AppError('card_not_accepted')
  const { creditorId, id, agreementId, amountCents, expiresAt } = checkout
  const opened = await gateway.openCheckout({ id, amountCents, title, expiresAt, returnUrl: `${asked.publicUrl}/acordos/${showId('agreement', agreementId)}` })
  if (opened.ok) return platform.transact(asked.actor, { creditorId }, (work) => keep(work, checkout, opened.value))
  // Nobody knows whether it was made: the next try asks for the same one.
  if (opened.error.kind === 'silent') throw new AppError('unavailable', { retryAfterSeconds: 5 })
  await platform.transact(asked.actor, { creditorId }, (work) => setCheckout(work.tx, checkout, { status: 'refused' }))
  throw new AppError('card_checkout_refused', { detail: `O provedor de cartões respondeu: ${opened.error.problem}.` })
}

async function prepare(platform: Platform, asked: AskedCheckout): Promise<Prepared> {
  const { actor } = asked
  const first = await platform.transact(actor, { cpfIndex: actor.cpfIndex }, (work) => prepareCheckout(work, asked))
  if (!first.isOver) return first
  // Its time is over and nobody told what became of it: the provider knows, and what is open then is asked for anew.
  if (await askAfter(platform, { creditorId: first.checkout.creditorId, checkoutId: first.checkout.id })) throw new AppError('unavailable', { retryAfterSeconds: 5 })
  return platform.transact(actor, { cpfIndex: actor.cpfIndex }, (work) => prepareCheckout(work, asked))
}

async function keep(work: Work, asked: CheckoutRecord, { sessionId, url }: OpenedCheckout): Promise<CheckoutRecord> {
  const standing = await lockCheckout(work.tx, asked.creditorId, { id: asked.id })
  if (standing?.status !== 'asked') return standing ?? asked
  const { creditorId, id, agreementId, installmentNumber, amountCents } = standing
  await setCheckout(work.tx, standing, { status: 'open', sessionId, url })
  const data = { agreementId: showId('agreement', agreementId), installmentNumber, amountCents: centsNumber(amountCents) }
  await recordChange(work, { creditorId, type: 'card_checkout.opened', subject: showId('checkout', id), data })
  return { ...standing, status: 'open', sessionId, url }
}
