import type { MoneyApart } from '@repactua/shared/contract/money-apart.ts'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { ChargedShare } from './arrivals/late-shares.rules.ts'
import type { PostedPayment } from './arrivals/posted-payment.ts'
import type { MoneyAside } from './list-money-apart.ts'
import type { ReversalRecord } from './reversals/reversals.repository.ts'

/** `reversals` is left out for a payment that has just come. */
export function presentPayment({ payment, shares, agreement, reversals = [] }: PostedPayment & { reversals?: readonly ReversalRecord[] }): Payment {
  const { amountCents, paidAt, method, externalReference, createdAt } = payment
  return {
    id: showId('payment', payment.id),
    agreementId: showId('agreement', payment.agreementId),
    amountCents: centsNumber(amountCents),
    paidAt: paidAt.toISOString(),
    method,
    externalReference,
    allocations: shares.map(presentShare),
    excessCents: centsNumber(payment.excessCents),
    paidBy: payment.paidBy ?? 'unknown',
    reversals: reversals.map(presentReversal),
    agreementStatus: agreement.status,
    settledAt: agreement.settledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

function presentShare({ installmentNumber, cents, lateFineCents, defaultInterestCents, forgivenCents }: ChargedShare): Payment['allocations'][number] {
  return {
    installmentNumber, cents: centsNumber(cents),
    lateFineCents: centsNumber(lateFineCents), defaultInterestCents: centsNumber(defaultInterestCents), forgivenCents: centsNumber(forgivenCents),
  }
}

function presentReversal({ id, amountCents, reason, reversedAt, externalReference }: ReversalRecord): Payment['reversals'][number] {
  return { id: showId('reversal', id), amountCents: centsNumber(amountCents), reason, reversedAt: reversedAt.toISOString(), externalReference }
}

export function presentMoneyApart({ held, refunds }: MoneyAside): MoneyApart {
  return {
    held: held.map(({ amountCents, paidAt, reason }) => ({ amountCents: centsNumber(amountCents), paidAt: paidAt.toISOString(), reason })),
    refunds: refunds.map(({ amountCents, reason, confirmedAt }) => ({ amountCents: centsNumber(amountCents), reason, confirmedAt: confirmedAt?.toISOString() ?? null })),
  }
}
