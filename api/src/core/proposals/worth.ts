import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { OfferOption } from '../offers/types.ts'
import { inBps, inCents, presentValue } from './present-value.ts'

/** What a plan is worth to the creditor today, in cents and as a share of the balance; both rounded down. */
export interface Worth {
  presentValueCents: bigint
  presentValueBps: number
}

/** Values an option's payments at the policy's monthly rate. */
export function worthOf({ installments }: Pick<OfferOption, 'installments'>, on: { today: LocalDate; monthlyRateBps: number; balanceCents: bigint }): Worth {
  const value = presentValue(installments, on)
  return { presentValueCents: inCents(value), presentValueBps: inBps(value, on.balanceCents) }
}
