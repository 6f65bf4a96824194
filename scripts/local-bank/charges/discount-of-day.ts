import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsOf } from '../money.ts'
import type { Discount } from './charge.ts'
import { daysAfter } from './pay-window.ts'
import { PRECISE, share } from './precise.ts'

export interface DiscountDay {
  /** The original amount, precise; a discount is a share of it. */
  original: bigint
  /** The discount that leaves one cent. */
  most: bigint
  /** The due date as it rolled, and as it was asked for. */
  dueOn: LocalDate
  nominalDueOn: LocalDate
  day: LocalDate
}

/** The discount for paying on a day: by dates (modalities 1 and 2), or by days ahead of the due date (3 to 6). Never so much that nothing is left. */
export function discountOf(discount: Discount | undefined, given: DiscountDay): bigint {
  if (!discount) return 0n
  const wished = discount.modalidade <= 2 ? byDate(discount, given) : byDays(discount, given)
  return wished < given.most ? wished : given.most
}

// Of several dates the first that is not over; one that is the due date rolls with it.
function byDate({ modalidade, descontoDataFixa = [] }: Discount, { original, dueOn, nominalDueOn, day }: DiscountDay): bigint {
  const steps = descontoDataFixa
    .map(({ data, valorPerc }) => ({ until: data === nominalDueOn ? dueOn : data, valorPerc }))
    .sort((a, b) => a.until.localeCompare(b.until))
  const step = steps.find(({ until }) => day <= until)
  return step ? amountOrShare(modalidade === 1, step.valorPerc, original) : 0n
}

function byDays({ modalidade, valorPerc = '0.00' }: Discount, { original, dueOn, day }: DiscountDay): bigint {
  const count = daysAfter(day, dueOn, modalidade % 2 === 1 ? 'all' : 'business')
  return amountOrShare(modalidade <= 4, valorPerc, original) * BigInt(count)
}

function amountOrShare(isAmount: boolean, valorPerc: string, original: bigint): bigint {
  return isAmount ? centsOf(valorPerc) * PRECISE : share(original, valorPerc)
}
