import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { Product } from '../legal/types.ts'
import type { PersonTraits, RiskBand } from '../offers/types.ts'

export type Importance = 'low' | 'medium' | 'high'

/** A band that a creditor uploaded, with what it said of it. */
export interface UploadedScore {
  version: number
  band: RiskBand
  score: number | null
  reasons: readonly string[]
  source: string
  validUntil: string
}

/**
 * What one creditor's own rows say of a person on a day; of another creditor's nothing. Delays and broken agreements are those
 * of the last five years (the measure of CDC 43, §1º). Debts that are barred, paused or disputed do not count.
 */
export interface History extends PersonTraits {
  debtorId: string
  /** Of the open debts together, without charges. */
  principalCents: bigint
  /** Since the oldest open debt or installment fell due; 0 where nothing is late. */
  overdueDays: number
  products: readonly Product[]
  segments: readonly string[]
  tags: readonly string[]
  /** The riskiest band that the open debts bear. */
  debtBand: RiskBand | null
  paidOnTimeCount: number
  paidLateCount: number
  /** Whatever was late or is, paid or not. */
  delayCount: number
  longestDelayDays: number
  agreementsKept: number
  agreementsBroken: number
  /** Shown, and never a factor: to withdraw is a right (CDC 49). */
  agreementsWithdrawn: number
  hasRunningAgreement: boolean
  hasEmail: boolean
  hasPhone: boolean
  /** Channels by which a message of the last 90 days was delivered, and on which one was read. */
  reachedBy: readonly Channel[]
  readBy: readonly Channel[]
  daysSincePayment: number | null
  /** Since the person last signed, proposed or wrote. */
  daysSinceAnswer: number | null
  uploaded: UploadedScore | null
}

/** A history with what the creditor's rules make of it. */
export interface Profile extends History {
  isFirstDelay: boolean
  band: RiskBand
  bandSource: 'uploaded' | 'debts' | 'computed'
  importance: Importance
  /** Days before the first message. */
  graceDays: number
  rulesVersion: number
}
