import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { divideHalfUp } from '../money/divide.ts'
import { brl } from '../money/show.ts'
import type { DayCount } from './types.ts'

/** A monthly rate in basis points, and what a day is of a month. */
export interface DailyRate {
  bps: number
  dayCount?: DayCount | undefined
}

interface Interest {
  cents: bigint
  formula: string
}

const BPS = 10_000n

// A day as a share of a month: of 30 days, of a year of 360, of a year of 365.
const DAY: Record<DayCount, { over: number; under: number; words: string }> = {
  month_30: { over: 1, under: 30, words: ' ÷ 30' },
  year_360: { over: 12, under: 360, words: ' × 12 ÷ 360' },
  year_365: { over: 12, under: 365, words: ' × 12 ÷ 365' },
}

/** base x rate x share of a month x days; half a cent goes up. */
export function simpleInterest(base: bigint, days: number, { bps, dayCount = 'month_30' }: DailyRate): Interest {
  const day = DAY[dayCount]
  const cents = divideHalfUp(base * BigInt(bps) * BigInt(days * day.over), BPS * BigInt(day.under))
  return { cents, formula: `${brl(base)} × ${formatBps(bps)}${day.words} × ${days} ${days === 1 ? 'dia' : 'dias'}` }
}

/** base x ((1 + rate)^whole months x (1 + rate x rest of a month) - 1): whole months multiply, the rest is simple; half a cent goes up. */
export function compoundInterest(base: bigint, days: number, { bps, dayCount = 'month_30' }: DailyRate): Interest {
  const { over, under } = DAY[dayCount]
  const months = Math.floor((days * over) / under)
  const rest = BigInt((days * over) % under)
  const whole = BPS ** BigInt(months) * BPS * BigInt(under)
  const grown = (BPS + BigInt(bps)) ** BigInt(months) * (BPS * BigInt(under) + BigInt(bps) * rest)
  const rate = formatBps(bps)
  const formula = `${brl(base)} × ((1 + ${rate})^${months} × (1 + ${rate} × ${rest} ÷ ${under}) − 1)`
  return { cents: divideHalfUp(base * (grown - whole), whole), formula }
}
