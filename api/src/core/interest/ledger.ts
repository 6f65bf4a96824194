import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import { formatDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { BalanceLine, OpenAmounts } from './types.ts'

interface PeriodLine {
  line: BalanceLine
  period: string
}

/** A debt on its walk from the due date to today: what is open, and the lines written on the way. */
export interface Ledger {
  open: OpenAmounts
  accruedTo: LocalDate
  /** What the law still lets be charged, in cents; null where it sets no limit to the sum. */
  room: bigint | null
  contract: PeriodLine[]
  fine: BalanceLine[]
  fees: BalanceLine[]
  correction: PeriodLine[]
  interest: PeriodLine[]
  /** What each payment took off; an overpaid rest is not in it. */
  paid: { paidOn: LocalDate; cents: bigint }[]
}

export const ZERO: OpenAmounts = { principal: 0n, contractInterest: 0n, correction: 0n, lateFine: 0n, defaultInterest: 0n, collectionFees: 0n }

/** All that is open, of whatever kind. */
export function sumOpen(open: OpenAmounts): bigint {
  return open.principal + open.contractInterest + open.correction + open.lateFine + open.defaultInterest + open.collectionFees
}

/** The indices as people call them. */
export const INDEX_NAMES: Record<IndexCode, string> = { ipca: 'IPCA', inpc: 'INPC', igpm: 'IGP-M', selic: 'Selic', legal_interest: 'taxa legal' }

/** From a day to another, as people write it. */
export function periodOf(from: LocalDate, until: LocalDate): string {
  return `${formatDate(from)} a ${formatDate(until)}`
}
