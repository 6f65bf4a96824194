import { AppError } from '../../platform/errors/app-error.ts'
import type { Actor, Work } from '../../platform/work.ts'
import { findPayable } from '../payments/index.ts'
import { standingOf } from './checkout.rules.ts'
import { findStanding, insertCheckout, setCheckout, type CheckoutRecord } from './checkouts.repository.ts'

export interface AskedCheckout {
  actor: Extract<Actor, { kind: 'debtor' }>
  agreementId: string
  number: number
  publicUrl: string
}

export interface Prepared {
  checkout: CheckoutRecord
  title: string
  /** It was open, and its time is over. */
  isOver: boolean
}

/** Above the half hour for which the provider keeps a page open at least. */
const LIFE_MS = 60 * 60_000

/** Writes down what the provider is to be asked for, or finds what stands. Refuses what cannot be paid, or not by card. */
export async function prepareCheckout(work: Work, asked: AskedCheckout): Promise<Prepared> {
  const { agreement, installment, creditor, amountCents } = await findPayable(work, asked)
  if (!creditor.acceptsCard) throw new AppError('card_not_accepted')
  const title = `Parcela ${installment.number} do acordo com ${creditor.tradeName}`
  const fresh = newCheckout(work, { creditorId: agreement.creditorId, agreementId: agreement.id, installmentNumber: installment.number, amountCents })
  const found = await findStanding(work.tx, fresh)
  const standing = found && standingOf(found, work.clock.now())
  if (found && standing !== 'stale') return { checkout: found, title, isOver: standing === 'over' }
  if (found) await setCheckout(work.tx, found, { status: 'refused' })
  return { checkout: await insertCheckout(work.tx, fresh), title, isOver: false }
}

type What = Pick<CheckoutRecord, 'creditorId' | 'agreementId' | 'installmentNumber' | 'amountCents'>

function newCheckout(work: Work, what: What): CheckoutRecord {
  const now = work.clock.now()
  const expiresAt = new Date(Math.floor((now.getTime() + LIFE_MS) / 1_000) * 1_000)
  return { ...what, id: work.newId(), status: 'asked', sessionId: null, url: null, paymentIntent: null, expiresAt, createdAt: now }
}
