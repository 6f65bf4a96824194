import { percent } from './cet.ts'

const MONTHS_OF_A_YEAR = 12

/** The monthly rate that comes to a yearly CET as it is printed, per cent with two decimals: '12.68' a year is '1.00' a month. */
export function effectiveMonthlyRate(cetYearly: string): string {
  return percent((1 + Number(cetYearly) / 100) ** (1 / MONTHS_OF_A_YEAR) - 1)
}
