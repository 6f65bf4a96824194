import { SCORE_FACTORS, type ProfileRulesInput } from '@repactua/shared/contract/segments.ts'
import type { RiskBand } from '../offers/types.ts'
import type { History } from './types.ts'

export type ScoreFactor = (typeof SCORE_FACTORS)[number]

/** One line of a score: what was counted, and the points that it adds or takes off. */
export interface ScoreLine {
  factor: ScoreFactor
  measure: number
  points: number
}

export interface Score {
  points: number
  band: RiskBand
  lines: ScoreLine[]
}

/** Days within which a payment or an answer is recent. */
export const RECENT_DAYS = 90

// The direction is no weight: whatever a creditor writes, paying on time never adds points.
const LOWERS: ReadonlySet<ScoreFactor> = new Set(['paidOnTime', 'agreementsKept', 'recentPayment', 'recentAnswer'])

const MEASURES: Record<ScoreFactor, (history: History) => number> = {
  delays: ({ delayCount }) => delayCount,
  overdueDays: ({ overdueDays }) => overdueDays,
  agreementsBroken: ({ agreementsBroken }) => agreementsBroken,
  paidOnTime: ({ paidOnTimeCount }) => paidOnTimeCount,
  agreementsKept: ({ agreementsKept }) => agreementsKept,
  recentPayment: ({ daysSincePayment }) => recent(daysSincePayment),
  recentAnswer: ({ daysSinceAnswer }) => recent(daysSinceAnswer),
}

/** The points of a history: the base and the lines, added up; more points are more risk. Every line is given, those of 0 points too. */
export function scoreOf(history: History, { basePoints, factors, bandsFrom }: Pick<ProfileRulesInput, 'basePoints' | 'factors' | 'bandsFrom'>): Score {
  const lines = SCORE_FACTORS.map((factor) => {
    const measure = MEASURES[factor](history)
    const points = factors[factor].findLast(({ from }) => measure >= from)?.points ?? 0
    return { factor, measure, points: points > 0 && LOWERS.has(factor) ? -points : points }
  })
  const points = lines.reduce((sum, line) => sum + line.points, basePoints)
  return { points, lines, band: points >= bandsFrom.high ? 'high' : points >= bandsFrom.medium ? 'medium' : 'low' }
}

function recent(days: number | null): number {
  return days !== null && days <= RECENT_DAYS ? 1 : 0
}
