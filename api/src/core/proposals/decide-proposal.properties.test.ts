import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CounterOffers } from '@repactua/shared/contract/policies.ts'
import { buildOffers } from '../offers/build-offers.ts'
import { band, debt, policy, rule } from '../offers/offers.fixture.ts'
import type { OfferRequest } from '../offers/types.ts'
import { decideProposal } from './decide-proposal.ts'
import { FLOOR_STEP_BPS } from './floors.ts'
import { presentValue, reaches } from './present-value.ts'
import { answerTo, asking, FLOORS } from './proposals.fixture.ts'
import type { Decision } from './types.ts'

const RANKS: Decision['decision'][] = ['refused', 'in_review', 'countered', 'accepted']
const rank = (decision: Decision) => RANKS.indexOf(decision.decision)

const floors: fc.Arbitrary<CounterOffers> = fc.record({
  monthlyDiscountRateBps: fc.integer({ min: 0, max: 300 }),
  leastPresentValueBps: fc.integer({ min: 3_000, max: 10_000 }),
  reviewPresentValueBps: fc.integer({ min: 1_000, max: 9_000 }),
  mostCount: fc.integer({ min: 1, max: 60 }),
  leastInstallmentCents: fc.integer({ min: 1, max: 8_000 }),
})
const requests: fc.Arbitrary<OfferRequest> = fc
  .record({
    floors: fc.option(floors, { freq: 5 }),
    principals: fc.array(fc.bigInt({ min: 5_000n, max: 2_000_000n }), { minLength: 1, maxLength: 3 }),
    principalBps: fc.integer({ min: 0, max: 6_000 }),
    longest: fc.integer({ min: 4, max: 24 }),
    monthlyRateBps: fc.constantFrom(0, 100),
    leastDownPaymentBps: fc.constantFrom(0, 1_000),
    least: fc.constantFrom(1, 5_000),
    dueDay: fc.constantFrom(undefined, 5, 20),
  })
  .map(({ floors: drawn, principals, principalBps, longest, monthlyRateBps, leastDownPaymentBps, least, dueDay }) => {
    const discount = { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps }
    const installments = [band(2, 3), band(4, longest, { monthlyRateBps, leastDownPaymentBps, leastInstallmentCents: least })]
    const grant = { cash: { discount, daysToPay: 5 }, installments, ...(drawn ? { counterOffers: drawn } : {}) }
    const debts = principals.map((principalCents, i) => debt({ id: String(i), terms: { ...debt().terms, principalCents } }))
    return asking(null, {}, { policy: policy([rule(grant)]), debts, ...(dueDay ? { dueDay } : {}) })
  })
const cents = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 3_000_000 }))
const wishes = fc.record({ monthly: fc.option(cents, { freq: 5 }), down: fc.option(cents) }).filter(({ monthly, down }) => monthly !== null || down !== null)

function decide(asked: OfferRequest, { monthly, down }: { monthly: number | null; down: number | null }) {
  return decideProposal(asked, { ...(monthly ? { monthlyCents: BigInt(monthly) } : {}), ...(down ? { downPaymentCents: BigInt(down) } : {}) })
}

test('never worse than the sheet: what stands within these payments, or something cheaper, is accepted', () => {
  fc.assert(fc.property(requests, wishes, (asked, wish) => {
    const decided = decide(asked, wish)
    const sheet = buildOffers({ ...asked, ...(wish.down ? { downPaymentCents: BigInt(wish.down) } : {}) })
    if (!decided.ok || !sheet.ok) return
    const [monthly, first] = [BigInt(wish.monthly ?? 0), BigInt(Math.max(wish.monthly ?? 0, wish.down ?? 0))]
    const within = sheet.value.options.filter(({ installments: [head, ...rest] }) => head!.amountCents <= first && rest.every(({ amountCents }) => amountCents <= monthly))
    if (within.length === 0) return
    const { decision } = decided.value
    expect(decision.decision).toBe('accepted')
    if ('answer' in decision) for (const option of within) expect(totalOf(decision)).toBeLessThanOrEqual(Number(option.totalCents))
  }), { numRuns: 300 })
})

test('monotone: offering more a month, or more at first, never gets a worse decision', () => {
  fc.assert(fc.property(requests, wishes, fc.nat({ max: 30_000 }), fc.nat({ max: 60_000 }), (asked, wish, month, first) => {
    const less = decide(asked, wish)
    const more = decide(asked, { monthly: wish.monthly && wish.monthly + month, down: (wish.down ?? 0) + first || null })
    if (less.ok && more.ok) expect(rank(more.value.decision)).toBeGreaterThanOrEqual(rank(less.value.decision))
  }), { numRuns: 600 })
})

test('what is accepted, or offered instead, is worth the floor to the cent and keeps the policy', () => {
  fc.assert(fc.property(requests, wishes, (asked, wish) => {
    const decided = decide(asked, wish)
    if (!decided.ok || !('answer' in decided.value.decision) || !('plan' in decided.value.decision.answer)) return
    const { plan } = decided.value.decision.answer
    const limits = asked.policy.rules[0]!.grant.counterOffers!
    const built = buildOffers({ ...asked, proposal: plan })
    const option = built.ok ? built.value.options.find(({ id }) => id === 'proposal') : undefined
    const value = presentValue(option!.installments, { today: asked.today, monthlyRateBps: limits.monthlyDiscountRateBps })
    expect(reaches(value, limits.leastPresentValueBps, decided.value.sheet.balanceCents)).toBe(true)
    expect(option!.count).toBeLessThanOrEqual(limits.mostCount)
    expect(option!.legalChecks.every(({ passed }) => passed)).toBe(true)
    expect(option!.financedCents + option!.discountCents).toBe(decided.value.sheet.balanceCents)
    if (plan.amounts.length > 1) expect(Number(plan.amounts.at(-2))).toBeGreaterThanOrEqual(limits.leastInstallmentCents!)
  }), { numRuns: 300 })
})

test('floors between two steps answer every ask alike', () => {
  fc.assert(fc.property(requests, fc.integer({ min: 13, max: 39 }), fc.integer({ min: 1, max: FLOOR_STEP_BPS - 1 }), wishes, (asked, step, below, wish) => {
    const at = (leastPresentValueBps: number) => {
      const [one] = asked.policy.rules
      return { ...asked, policy: policy([{ ...one!, grant: { ...one!.grant, counterOffers: { ...FLOORS, leastPresentValueBps } } }]) }
    }
    const [near, far] = [decide(at(step * FLOOR_STEP_BPS), wish), decide(at(step * FLOOR_STEP_BPS - below), wish)]
    if (near.ok && far.ok) expect(far.value.decision).toEqual(near.value.decision)
  }), { numRuns: 200 })
})

test('a search of a thousand asks cannot tell the floor nearer than the step', () => {
  const seen = search(7_010)
  expect(seen.length).toBeGreaterThan(1_000)
  expect(search(7_240)).toEqual(seen)
  expect(search(9_010, 1)).not.toEqual(search(7_010, 1))
})

// Asks for payments and down payments all over the field and halves the way to where the answer turns, each time anew.
function search(leastPresentValueBps: number, downs = 40_000): string[] {
  const asked = asking({ ...FLOORS, leastPresentValueBps, mostCount: 60, leastInstallmentCents: 100 }, { installments: [band(2, 3)] })
  const seen: string[] = []
  for (let down = 0; down < downs; down += 630) {
    let [low, high] = [100, 60_000]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      const decision = answerTo(asked, middle, down || null)
      seen.push(`${decision.decision} ${decision.reason}`)
      if (decision.decision === 'accepted') high = middle
      else low = middle
    }
    seen.push(String(high))
  }
  return seen
}

function totalOf(decision: Decision): number {
  if (!('answer' in decision)) return Infinity
  const { answer } = decision
  return Number('plan' in answer ? answer.plan.amounts.reduce((sum, amount) => sum + amount, 0n) : answer.option.totalCents)
}
