import type { SegmentCondition } from '@repactua/shared/contract/segments.ts'
import { inSegment } from '../../../core/segments/in-segment.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { profilesOf } from '../profiles/profiles-of.ts'
import { countPeople, drawPeople } from './people.repository.ts'
import { readSegment } from './read-segments.ts'

/** People who are looked at, at most: a few seconds' work, however large the portfolio. */
const MOST_LOOKED = 20_000
const BATCH = 5_000
const SAMPLE = 20

export interface Preview {
  people: number
  debts: number
  population: number
  looked: number
  /** Ids of debtors. */
  sample: string[]
}

/** Whom a segment reaches today. Of a large portfolio people are drawn evenly, and the figures are estimates. */
export async function previewSegment(work: Work, id: string, mostLooked = MOST_LOOKED): Promise<Preview> {
  const { condition } = await readSegment(work, id)
  const population = await countPeople(work.tx, creditorOf(work))
  const seen = await look(work, condition, mostLooked)
  const scaled = (count: number) => (seen.looked === 0 ? 0 : Math.round((count * population) / seen.looked))
  return { ...seen, people: scaled(seen.people), debts: scaled(seen.debts), population }
}

async function look(work: Work, condition: SegmentCondition, mostLooked: number): Promise<Omit<Preview, 'population'>> {
  const seen = { people: 0, debts: 0, looked: 0, sample: [] as string[] }
  let after: Buffer | null = null
  while (seen.looked < mostLooked) {
    const limit = Math.min(BATCH, mostLooked - seen.looked)
    const drawn = await drawPeople(work.tx, { creditorId: creditorOf(work), after, limit })
    const profiles = await profilesOf(work, creditorOf(work), drawn.map((one) => one.id))
    for (const profile of profiles.values()) {
      if (!inSegment(condition, profile)) continue
      seen.people += 1
      seen.debts += profile.debtCount
      if (seen.sample.length < SAMPLE) seen.sample.push(profile.debtorId)
    }
    seen.looked += drawn.length
    after = drawn.at(-1)?.cpfIndex ?? null
    if (drawn.length < limit) break
  }
  return seen
}
