import { divideHalfEven } from '@repactua/api/core/money/divide.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsOf } from '../money.ts'
import type { ChargeBody, Rate } from './charge.ts'
import { discountOf } from './discount-of-day.ts'
import { daysAfter, payWindow } from './pay-window.ts'
import { PRECISE, share } from './precise.ts'

/** What a charge comes to on a day; the parts make up the total to the cent. */
export interface DayAmount {
  originalCents: bigint
  fineCents: bigint
  interestCents: bigint
  rebateCents: bigint
  discountCents: bigint
  totalCents: bigint
}

/**
 * Original + fine + interest − rebate − discount, counted in full precision and rounded at the end (half to even, NBR 5891).
 * Fine and interest run from the due date as it rolled, on the original less the rebate.
 * Source: API Pix 2.9.0, CobDataDeVencimento and Pix.componentesValor; Manual de Padrões para Iniciação do Pix, equation 11.
 */
export function amountOfDay({ valor, calendario }: ChargeBody, day: LocalDate): DayAmount {
  const { dueOn } = payWindow(calendario)
  const original = centsOf(valor.original) * PRECISE
  const rebate = valor.abatimento ? fixedOrShare(valor.abatimento, original) : 0n
  const base = original - rebate
  const late = day > dueOn
  const fine = late && valor.multa ? fixedOrShare(valor.multa, base) : 0n
  const interest = late && valor.juros ? interestOf(valor.juros, base, dueOn, day) : 0n
  const most = base + fine + interest - PRECISE
  const discount = late ? 0n : discountOf(valor.desconto, { original, most, dueOn, nominalDueOn: calendario.dataDeVencimento, day })
  return inCents({ original, fine, interest, rebate, discount })
}

// Each part is what it moves the rounded sum by, so that the parts are whole and make up the total.
function inCents(parts: Record<'original' | 'fine' | 'interest' | 'rebate' | 'discount', bigint>): DayAmount {
  const afterFine = parts.original + parts.fine
  const afterInterest = afterFine + parts.interest
  const afterRebate = afterInterest - parts.rebate
  const [original, fined, interested, rebated, total] = [parts.original, afterFine, afterInterest, afterRebate, afterRebate - parts.discount].map(rounded) as [bigint, bigint, bigint, bigint, bigint]
  return {
    originalCents: original,
    fineCents: fined - original,
    interestCents: interested - fined,
    rebateCents: interested - rebated,
    discountCents: rebated - total,
    totalCents: total,
  }
}

function rounded(precise: bigint): bigint {
  return divideHalfEven(precise, PRECISE)
}

// Modality 1 is an amount, 2 a percentage.
function fixedOrShare({ modalidade, valorPerc }: Rate, base: bigint): bigint {
  return modalidade === 1 ? centsOf(valorPerc) * PRECISE : share(base, valorPerc)
}

/** What each kind of interest counts, and how many of those days make its period: a day, a month, a year. */
const INTEREST: Record<number, { days: 'all' | 'business'; period: bigint | 'amount' }> = {
  1: { days: 'all', period: 'amount' },
  2: { days: 'all', period: 1n },
  3: { days: 'all', period: 30n },
  4: { days: 'all', period: 365n },
  5: { days: 'business', period: 'amount' },
  6: { days: 'business', period: 1n },
  7: { days: 'business', period: 21n },
  8: { days: 'business', period: 252n },
}

function interestOf({ modalidade, valorPerc }: Rate, base: bigint, dueOn: LocalDate, day: LocalDate): bigint {
  const { days, period } = INTEREST[modalidade]!
  const count = BigInt(daysAfter(dueOn, day, days))
  return period === 'amount' ? centsOf(valorPerc) * count * PRECISE : (share(base, valorPerc) * count) / period
}
