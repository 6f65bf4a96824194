import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { brl } from '../money/show.ts'
import { roundCost } from './round-cost.ts'
import type { PlanTerms, RepairLine } from './types.ts'

const BPS = 10_000n
const MONTH = 30n

/** An amount that is paid later than it was to be. */
export interface Moved {
  number: number
  cents: bigint
  from: LocalDate
  to: LocalDate
}

/** The plan's own rate on a moved amount for the added days, simple; nothing where the plan bears no interest. */
export function addedInterest({ monthlyRateBps }: PlanTerms, { number, cents: base, from, to }: Moved): RepairLine[] {
  const days = daysBetween(from, to)
  if (monthlyRateBps === 0 || days <= 0) return []
  const cents = roundCost(base * BigInt(monthlyRateBps) * BigInt(days), BPS * MONTH)
  if (cents === 0n) return []
  const formula = `${brl(base)} × ${formatBps(monthlyRateBps)} ÷ 30 × ${days} ${days === 1 ? 'dia' : 'dias'}`
  return [{ kind: 'contract_interest', installmentNumber: number, cents, days, formula, rule: 'contract', source: 'Contrato' }]
}
