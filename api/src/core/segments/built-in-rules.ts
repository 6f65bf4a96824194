import type { ProfileRulesInput } from '@repactua/shared/contract/segments.ts'

/**
 * Version 1, for every creditor that has none of its own; decision 0038 gives the reason of each weight. A first delay without any
 * history is medium, a broken agreement beside an old debt high, three installments paid on time low.
 */
export const BUILT_IN_RULES: ProfileRulesInput & { version: 1 } = {
  version: 1,
  basePoints: 40,
  factors: {
    delays: [{ from: 2, points: 10 }, { from: 4, points: 15 }, { from: 8, points: 20 }],
    overdueDays: [{ from: 31, points: 5 }, { from: 91, points: 10 }, { from: 181, points: 15 }, { from: 366, points: 20 }],
    agreementsBroken: [{ from: 1, points: 15 }, { from: 2, points: 25 }],
    paidOnTime: [{ from: 1, points: 5 }, { from: 3, points: 10 }, { from: 6, points: 20 }, { from: 12, points: 30 }],
    agreementsKept: [{ from: 1, points: 10 }, { from: 2, points: 20 }],
    recentPayment: [{ from: 1, points: 10 }],
    recentAnswer: [{ from: 1, points: 5 }],
  },
  bandsFrom: { medium: 35, high: 60 },
  importanceFromCents: { medium: 100_000, high: 1_000_000 },
  graceDays: { low: 5, medium: 2, high: 0 },
}
