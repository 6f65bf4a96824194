import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'
import { rateOf } from './irr.ts'

const DAYS_OF_A_YEAR = 365
/** A hundredth of a hundredth of a cent per cent: below it a difference is the double's, not the loan's. */
const NOISE = 1e-9

/** Money that a person takes over on a day and gives back on others. */
export interface Financing {
  financedCents: bigint
  financedOn: LocalDate
  flows: readonly { dueOn: LocalDate; cents: bigint }[]
}

/**
 * The total effective cost, per cent a year with two decimals: the rate at which the flows, on calendar days over 365, are
 * worth what was financed (CMN 4.881/2020, art. 4-5). '0.00' where no more is paid than was financed.
 */
export function cetYearly(financing: Financing): string {
  invariant(financing.financedCents > 0n && financing.flows.length > 0, 'CET needs money financed and paid')
  const paid = financing.flows.reduce((sum, flow) => sum + flow.cents, 0n)
  if (paid <= financing.financedCents) return '0.00'
  const rate = yearlyRate(financing)
  invariant(rate !== null, 'flows above what was financed have a rate')
  return percent(rate)
}

/** The same rate as a plain fraction (0.4454... is 44.54 % a year); null where the flows have none. */
export function yearlyRate({ financedCents, financedOn, flows }: Financing): number | null {
  const paid = flows.map(({ dueOn, cents }) => ({ time: daysBetween(financedOn, dueOn) / DAYS_OF_A_YEAR, amount: Number(cents) }))
  return rateOf([{ time: 0, amount: -Number(financedCents) }, ...paid])
}

/** Prints a fraction as per cent with two decimals, half to even (ABNT NBR 5891): 0.02345 -> '2.34'. */
export function percent(rate: number): string {
  const hundredths = roundHalfEven(rate * 10_000)
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function roundHalfEven(value: number): number {
  const whole = Math.floor(value)
  const isTie = Math.abs(value - whole - 0.5) < NOISE
  if (isTie) return whole + Math.abs(whole % 2)
  return Math.round(value)
}
