import type { ArmResult, Experiment, ExperimentSummary, MoneyOutcome, Outcome, ShareOutcome } from '@repactua/shared/contract/experiments.ts'
import { differenceOfMeans, meanCents, meanOf } from '../../../core/experiments/means.ts'
import { differenceOfShares, wilson } from '../../../core/experiments/shares.ts'
import { verdictOf } from '../../../core/experiments/verdict.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { showId } from '../../../platform/ids.ts'
import type { ExperimentRecord } from './experiments.repository.ts'
import type { ArmMeasures } from './outcomes.repository.ts'
import type { ExperimentView } from './read-experiments.ts'

export function presentSummary({ id, name, rulerCode, steps, arms, outcomeDays, startedAt, endedAt }: ExperimentRecord): ExperimentSummary {
  return {
    id: showId('experiment', id), name, rulerCode, steps, arms, outcomeDays,
    status: endedAt === null ? 'running' : 'ended',
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

export function presentExperiment({ record, measures }: ExperimentView): Experiment {
  const all = record.arms.map(({ key }) => measures.find(({ arm }) => arm === key) ?? nobody(key))
  const baselineAt = Math.max(0, record.arms.findIndex(({ nothing }) => nothing))
  const results = all.map((arm, i) => presentArm(arm, i === baselineAt ? null : all[baselineAt]!))
  return { ...presentSummary(record), results }
}

function nobody(arm: string): ArmMeasures {
  return { arm, entered: 0, through: 0, agreementSigned: 0, firstPayment: 0, optedOut: 0, complained: 0, paidCents: 0n, paidSquared: 0n }
}

const HITS: Record<Outcome, (arm: ArmMeasures) => number> = {
  agreement_signed: ({ agreementSigned }) => agreementSigned,
  first_payment: ({ firstPayment }) => firstPayment,
  opted_out: ({ optedOut }) => optedOut,
  complained: ({ complained }) => complained,
}

function presentArm(arm: ArmMeasures, baseline: ArmMeasures | null): ArmResult {
  const shares = (Object.keys(HITS) as Outcome[]).map((outcome) => presentShare(outcome, arm, baseline))
  return { key: arm.arm, isBaseline: baseline === null, entered: arm.entered, through: arm.through, shares, money: presentMoney(arm, baseline) }
}

function presentShare(outcome: Outcome, arm: ArmMeasures, baseline: ArmMeasures | null): ShareOutcome {
  const share = { hits: HITS[outcome](arm), people: arm.through }
  const interval = share.people === 0 ? null : wilson(share)
  const isComparable = baseline !== null && share.people > 0 && baseline.through > 0
  const difference = isComparable ? differenceOfShares(share, { hits: HITS[outcome](baseline), people: baseline.through }) : null
  return {
    outcome,
    people: share.hits,
    shareBps: share.people === 0 ? null : bps(share.hits / share.people),
    interval: interval && { fromBps: Math.floor(interval.from * 10_000), toBps: Math.ceil(interval.to * 10_000) },
    difference: difference && { bps: bps(difference.difference), fromBps: Math.floor(difference.from * 10_000), toBps: Math.ceil(difference.to * 10_000) },
    verdict: baseline && verdictOf(difference),
  }
}

function presentMoney(arm: ArmMeasures, baseline: ArmMeasures | null): MoneyOutcome {
  const paidOf = ({ through, paidCents, paidSquared }: ArmMeasures) => ({ people: through, cents: paidCents, squared: paidSquared })
  const paid = paidOf(arm)
  const mean = meanOf(paid)
  const difference = baseline && differenceOfMeans(paid, paidOf(baseline))
  return {
    paidCents: centsNumber(arm.paidCents),
    meanCents: arm.through === 0 ? null : Math.round(meanCents(paid)),
    interval: mean && { fromCents: Math.floor(mean.from), toCents: Math.ceil(mean.to) },
    difference: difference && { cents: Math.round(difference.difference), fromCents: Math.floor(difference.from), toCents: Math.ceil(difference.to) },
    verdict: baseline && verdictOf(difference),
  }
}

function bps(share: number): number {
  return Math.round(share * 10_000)
}
