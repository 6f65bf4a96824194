import type { CounterOffers, PolicyGrant, Repairs } from '@repactua/shared/contract/policies.ts'

const NONE: Repairs = {}

/** The repairs that every rule allows, each as often and as far as the strictest of them; none where one rule has none. */
export function combineRepairs(grants: readonly PolicyGrant[]): Repairs {
  const [first = NONE, ...others] = grants.map((grant) => grant.repairs ?? NONE)
  return others.reduce(stricter, first)
}

function stricter(a: Repairs, b: Repairs): Repairs {
  return {
    ...(a.moveDueDate && b.moveDueDate ? { moveDueDate: leastOfEach(a.moveDueDate, b.moveDueDate) } : {}),
    ...(a.skip && b.skip ? { skip: leastOfEach(a.skip, b.skip) } : {}),
    ...(a.split && b.split ? { split: leastOfEach(a.split, b.split) } : {}),
    ...(a.reage && b.reage ? { reage: leastOfEach(a.reage, b.reage) } : {}),
  }
}

/** The floors that no rule's floors are below: an offer of the debtor must hold for each debt. Null where a rule takes none. */
export function combineCounterOffers(grants: readonly PolicyGrant[]): CounterOffers | null {
  const floors = grants.flatMap((grant) => (grant.counterOffers ? [grant.counterOffers] : []))
  const [first, ...others] = floors
  return first && floors.length === grants.length ? others.reduce(higher, first) : null
}

const USUAL_REVIEW_DAYS = 3

function higher(a: CounterOffers, b: CounterOffers): CounterOffers {
  const leastInstallmentCents = Math.max(a.leastInstallmentCents ?? 0, b.leastInstallmentCents ?? 0)
  const secondApprovalBelowBps = Math.max(a.secondApprovalBelowBps ?? 0, b.secondApprovalBelowBps ?? 0)
  return {
    monthlyDiscountRateBps: Math.max(a.monthlyDiscountRateBps, b.monthlyDiscountRateBps),
    leastPresentValueBps: Math.max(a.leastPresentValueBps, b.leastPresentValueBps),
    // A rule without a review refuses all that it does not accept.
    reviewPresentValueBps: Math.max(reviewFloor(a), reviewFloor(b)),
    reviewDays: Math.min(a.reviewDays ?? USUAL_REVIEW_DAYS, b.reviewDays ?? USUAL_REVIEW_DAYS),
    mostCount: Math.min(a.mostCount, b.mostCount),
    ...(leastInstallmentCents > 0 ? { leastInstallmentCents } : {}),
    ...(secondApprovalBelowBps > 0 ? { secondApprovalBelowBps } : {}),
  }
}

function reviewFloor({ reviewPresentValueBps, leastPresentValueBps }: CounterOffers): number {
  return reviewPresentValueBps ?? leastPresentValueBps
}

function leastOfEach<T extends Record<keyof T, number>>(a: T, b: T): T {
  const pairs = (Object.keys(a) as (keyof T)[]).map((key) => [key, Math.min(a[key], b[key])] as const)
  return Object.fromEntries(pairs) as T
}
