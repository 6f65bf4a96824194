import type { ProfileRules, Segment, SegmentPreview } from '@repactua/shared/contract/segments.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { showId } from '../../platform/ids.ts'
import type { RulesView } from './rules/read-rules.ts'
import type { Preview } from './saved/preview-segment.ts'
import type { SegmentRecord } from './saved/segments.repository.ts'

export function presentSegment({ id, version, name, condition, createdAt }: SegmentRecord): Segment {
  return { id: showId('segment', id), version, name, condition, createdAt: createdAt.toISOString() }
}

export function presentPreview({ people, debts, population, looked, sample }: Preview, asOf: LocalDate): SegmentPreview {
  return { asOf, people, debts, population, looked, exact: looked === population, sample: sample.map((id) => showId('debtor', id)) }
}

export function presentRules({ createdAt, ...rules }: RulesView): ProfileRules {
  return { ...rules, createdAt: createdAt?.toISOString() ?? null }
}
