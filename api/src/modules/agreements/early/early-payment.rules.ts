import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** An installment as it stands now. */
export interface StandingInstallment {
  number: number
  dueOn: LocalDate
  amountCents: bigint
  paidCents: bigint
  status: string
}

/** What an installment comes to where it is paid until a day. */
export interface EarlyAmount {
  number: number
  payBy: LocalDate
  cents: bigint
}

/**
 * What an installment comes to if all of it is paid on a day, by the discount for paying early that was signed; null where
 * none was, its day is over, something was paid already, or an amendment has changed the installment since.
 */
export function earlyAmount({ installments, earlyPayment }: Pick<OfferOption, 'installments' | 'earlyPayment'>, now: StandingInstallment, paidOn: LocalDate): EarlyAmount | null {
  const early = earlyPayment?.installments.find(({ number }) => number === now.number)
  const signed = installments.find(({ number }) => number === now.number)
  if (!early || !signed || early.amountCents === 0 || paidOn > early.payBy) return null
  const isAsSigned = now.status === 'open' && now.paidCents === 0n && now.amountCents === BigInt(signed.amountCents) && now.dueOn === signed.dueOn
  return isAsSigned ? { number: now.number, payBy: early.payBy, cents: BigInt(early.amountCents) } : null
}

/**
 * Which installments a payment closes early: it takes them in the order in which payments are shared out, each at its lower
 * amount. None at all where it covers everything as it stands: that is paid as it is. What is left otherwise is too much.
 */
export function earlyByPayment(option: Pick<OfferOption, 'installments' | 'earlyPayment'>, inOrder: readonly StandingInstallment[], { cents, paidOn }: { cents: bigint; paidOn: LocalDate }): EarlyAmount[] {
  const closed: EarlyAmount[] = []
  let openInAll = 0n
  let rest = cents
  for (const installment of inOrder.filter(({ status }) => status !== 'cancelled')) {
    const early = earlyAmount(option, installment, paidOn)
    const open = installment.amountCents - installment.paidCents
    openInAll += open
    if (early && early.cents <= rest) closed.push(early)
    const taken = early && early.cents <= rest ? early.cents : open
    rest -= taken < rest ? taken : rest
  }
  return rest > 0n && cents >= openInAll ? [] : closed
}
