import { SCORE_FACTORS, type ProfileRulesInput } from '@repactua/shared/contract/segments.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUILT_IN_RULES } from './built-in-rules.ts'
import { scoreOf } from './score.ts'
import { someHistory, STRANGER } from './segments.fixture.ts'
import type { History } from './types.ts'

const steps = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 8 }).chain((froms) =>
  fc.array(fc.nat(100), { minLength: froms.length, maxLength: froms.length }).map((points) => {
    const sorted = points.toSorted((a, b) => a - b)
    return froms.toSorted((a, b) => a - b).map((from, i) => ({ from, points: sorted[i]! }))
  }))
const someRules: fc.Arbitrary<ProfileRulesInput> = fc.record({
  basePoints: fc.nat(100),
  factors: fc.record({ delays: steps, overdueDays: steps, agreementsBroken: steps, paidOnTime: steps, agreementsKept: steps, recentPayment: steps, recentAnswer: steps }),
}).map((some) => ({ ...BUILT_IN_RULES, ...some }))

test.each<[string, Partial<History>, number, string]>([
  ['of whom nothing is known', {}, 40, 'medium'],
  ['late for the first time, ten days', { delayCount: 1, overdueDays: 10 }, 40, 'medium'],
  ['late for the first time, 256 days', { delayCount: 1, overdueDays: 256 }, 55, 'medium'],
  ['two debts of 256 days', { delayCount: 2, overdueDays: 256 }, 65, 'high'],
  ['who broke an agreement', { delayCount: 2, overdueDays: 10, agreementsBroken: 1 }, 65, 'high'],
  ['who paid three installments on time', { delayCount: 1, paidOnTimeCount: 3, daysSincePayment: 20 }, 20, 'low'],
  ['who kept an agreement and is late again', { delayCount: 2, paidOnTimeCount: 6, agreementsKept: 1, overdueDays: 40 }, 25, 'low'],
])('somebody %s', (_name, known, points, band) => {
  expect(scoreOf({ ...STRANGER, ...known }, BUILT_IN_RULES)).toMatchObject({ points, band })
})

test('the sum can be redone from the lines, and every factor has its line', () => {
  fc.assert(fc.property(someHistory, someRules, (history, rules) => {
    const { points, lines } = scoreOf(history, rules)
    expect(lines.map(({ factor }) => factor)).toEqual([...SCORE_FACTORS])
    expect(lines.reduce((sum, line) => sum + line.points, rules.basePoints)).toBe(points)
  }))
})

const BETTER: Record<string, (history: History) => History> = {
  'to pay one more on time': (history) => ({ ...history, paidOnTimeCount: history.paidOnTimeCount + 1, daysSincePayment: 0 }),
  'to have paid on time what was paid late': (history) => ({ ...history, paidOnTimeCount: history.paidOnTimeCount + 1, paidLateCount: Math.max(0, history.paidLateCount - 1), delayCount: Math.max(0, history.delayCount - 1) }),
  'to pay what is overdue': (history) => ({ ...history, paidLateCount: history.paidLateCount + 1, overdueDays: 0, daysSincePayment: 0 }),
  'to keep one more agreement': (history) => ({ ...history, agreementsKept: history.agreementsKept + 1 }),
  'to have broken one less': (history) => ({ ...history, agreementsBroken: Math.max(0, history.agreementsBroken - 1) }),
  'to be late a day less': (history) => ({ ...history, overdueDays: Math.max(0, history.overdueDays - 1) }),
  'to answer': (history) => ({ ...history, daysSinceAnswer: 0 }),
}

test.each(Object.entries(BETTER))('%s never raises the risk, whatever the weights', (_name, better) => {
  fc.assert(fc.property(someHistory, someRules, (history, rules) => scoreOf(better(history), rules).points <= scoreOf(history, rules).points))
})

test('the same history has the same score, and nothing but the factors counts', () => {
  fc.assert(fc.property(someHistory, someRules, fc.string(), (history, rules, other) => {
    const elsewhere = { ...history, state: other, debtorId: other, agreementsWithdrawn: history.agreementsWithdrawn + 1, hasEmail: true, hasPhone: true, principalCents: 1n, tags: [other] }
    expect(scoreOf(elsewhere, rules)).toEqual(scoreOf(history, rules))
  }))
})

test('no factor is who somebody is', () => {
  expect(SCORE_FACTORS.filter((factor) => /cpf|name|birth|age$|sex|gender|race|state|city|postal|address|phone|email|dispute|withdraw/i.test(factor))).toEqual([])
})
