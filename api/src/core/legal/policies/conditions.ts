import type { PolicyCondition } from '@repactua/shared/contract/policies.ts'

export type Range = NonNullable<PolicyCondition['balanceCents']>

/** The conditions that are a range of whole numbers. */
export const RANGES = ['overdueDays', 'balanceCents', 'debtCount'] as const
export type RangeName = (typeof RANGES)[number]

const LISTS = ['products', 'segments', 'riskBands', 'tags', 'states'] as const
const SINGLES = ['campaign', 'hasBrokenAgreement'] as const
type Name = RangeName | (typeof LISTS)[number] | (typeof SINGLES)[number]

/** Whether whatever meets the narrow condition meets the wide one too, leaving out one of them where that is said. */
export function covers(wide: PolicyCondition, narrow: PolicyCondition, leftOut?: Name): boolean {
  return (
    RANGES.every((name) => name === leftOut || rangeCovers(wide[name], narrow[name])) &&
    LISTS.every((name) => name === leftOut || listCovers(wide[name], narrow[name])) &&
    SINGLES.every((name) => name === leftOut || wide[name] === undefined || wide[name] === narrow[name])
  )
}

/** Whether nothing can meet both conditions. A debt may bear several tags: two lists of tags never exclude one another. */
export function excludes(a: PolicyCondition, b: PolicyCondition): boolean {
  return (
    RANGES.some((name) => least(a[name]) > most(b[name]) || least(b[name]) > most(a[name])) ||
    LISTS.some((name) => name !== 'tags' && listsExclude(a[name], b[name])) ||
    (a.hasBrokenAgreement !== undefined && b.hasBrokenAgreement !== undefined && a.hasBrokenAgreement !== b.hasBrokenAgreement)
  )
}

/** Two conditions that say the same but for one range. */
export function differOnlyIn(name: RangeName, a: PolicyCondition, b: PolicyCondition): boolean {
  return covers(a, b, name) && covers(b, a, name)
}

/** The first run of whole numbers in a range that none of the others holds; null where they hold all of it. */
export function firstGap(range: Range | undefined, others: readonly (Range | undefined)[]): { min: number; max: number } | null {
  const spans = others.map((other) => ({ min: least(other), max: most(other) })).sort((a, b) => a.min - b.min)
  let from = least(range)
  for (const { min, max } of spans) {
    if (min > from) break
    from = Math.max(from, max + 1)
  }
  if (from > most(range) || from === Infinity) return null
  const next = Math.min(...spans.map(({ min }) => min).filter((min) => min > from), most(range) + 1)
  return { min: from, max: next - 1 }
}

export function least(range: Range | undefined): number {
  return range?.min ?? 0
}

export function most(range: Range | undefined): number {
  return range?.max ?? Infinity
}

function rangeCovers(wide: Range | undefined, narrow: Range | undefined): boolean {
  return least(wide) <= least(narrow) && most(wide) >= most(narrow)
}

function listCovers(wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean {
  return wide === undefined || (narrow !== undefined && narrow.every((item) => wide.includes(item)))
}

function listsExclude(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && b !== undefined && !a.some((item) => b.includes(item))
}
