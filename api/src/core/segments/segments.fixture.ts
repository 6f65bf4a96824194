import fc from 'fast-check'
import type { History } from './types.ts'

/** Somebody of whom nothing is known. */
export const STRANGER: History = {
  debtorId: 'd', state: null, debtCount: 0, hasBrokenAgreement: false, principalCents: 0n, overdueDays: 0, products: [], segments: [], tags: [],
  debtBand: null, paidOnTimeCount: 0, paidLateCount: 0, delayCount: 0, longestDelayDays: 0, agreementsKept: 0, agreementsBroken: 0,
  agreementsWithdrawn: 0, hasRunningAgreement: false, hasEmail: false, hasPhone: false, reachedBy: [], readBy: [], daysSincePayment: null, daysSinceAnswer: null, uploaded: null,
}

const count = fc.nat(40)
const days = fc.option(fc.nat(400))

/** Histories of all kinds. */
export const someHistory: fc.Arbitrary<History> = fc.record({
  debtCount: count, overdueDays: fc.nat(2_000), paidOnTimeCount: count, paidLateCount: count, delayCount: count, longestDelayDays: fc.nat(2_000),
  agreementsKept: fc.nat(6), agreementsBroken: fc.nat(6), agreementsWithdrawn: fc.nat(3), daysSincePayment: days, daysSinceAnswer: days,
  principalCents: fc.bigInt(0n, 10_000_000n), hasBrokenAgreement: fc.boolean(),
}).map((some) => ({ ...STRANGER, ...some }))
