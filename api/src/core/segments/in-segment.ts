import type { Criterion, SegmentCondition } from '@repactua/shared/contract/segments.ts'
import type { Profile } from './types.ts'

/** Whether a person is in a segment: meets every one of `all`, at least one of `any` and none of `not`. */
export function inSegment({ all = [], any, not = [] }: SegmentCondition, profile: Profile): boolean {
  const isMet = (criterion: Criterion) => meets(criterion, profile)
  return all.every(isMet) && (any === undefined || any.some(isMet)) && !not.some(isMet)
}

type Field = keyof Criterion
type Test<F extends Field> = (wanted: NonNullable<Criterion[F]>, profile: Profile) => boolean

const TESTS: { [F in Field]-?: Test<F> } = {
  products: (list, { products }) => products.some((product) => list.includes(product)),
  segments: (list, { segments }) => segments.some((segment) => list.includes(segment)),
  tags: (list, { tags }) => tags.some((tag) => list.includes(tag)),
  states: (list, { state }) => list.some((one) => one === state),
  riskBands: (list, { band }) => list.includes(band),
  importances: (list, { importance }) => list.includes(importance),
  reachedBy: (list, { reachedBy }) => reachedBy.some((channel) => list.includes(channel)),
  readBy: (list, { readBy }) => readBy.some((channel) => list.includes(channel)),
  debtCount: (range, { debtCount }) => within(range, debtCount),
  principalCents: (range, { principalCents }) => within(range, principalCents),
  overdueDays: (range, { overdueDays }) => within(range, overdueDays),
  delayCount: (range, { delayCount }) => within(range, delayCount),
  paidOnTimeCount: (range, { paidOnTimeCount }) => within(range, paidOnTimeCount),
  paidLateCount: (range, { paidLateCount }) => within(range, paidLateCount),
  longestDelayDays: (range, { longestDelayDays }) => within(range, longestDelayDays),
  agreementsKept: (range, { agreementsKept }) => within(range, agreementsKept),
  agreementsBroken: (range, { agreementsBroken }) => within(range, agreementsBroken),
  daysSincePayment: (range, { daysSincePayment }) => within(range, daysSincePayment),
  daysSinceAnswer: (range, { daysSinceAnswer }) => within(range, daysSinceAnswer),
  hasBrokenAgreement: (flag, { hasBrokenAgreement }) => flag === hasBrokenAgreement,
  isFirstDelay: (flag, { isFirstDelay }) => flag === isFirstDelay,
  hasRunningAgreement: (flag, { hasRunningAgreement }) => flag === hasRunningAgreement,
  hasEmail: (flag, { hasEmail }) => flag === hasEmail,
  hasPhone: (flag, { hasPhone }) => flag === hasPhone,
}

function meets(criterion: Criterion, profile: Profile): boolean {
  return (Object.keys(criterion) as Field[]).every((field) => (TESTS[field] as Test<Field>)(criterion[field]!, profile))
}

// What is not known is in no range.
function within({ min = 0, max = Infinity }: { min?: number; max?: number }, value: number | bigint | null): boolean {
  return value !== null && value >= min && value <= max
}
