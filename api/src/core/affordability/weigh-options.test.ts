import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MonthBudget, OptionOutlook, PlannedOption } from './types.ts'
import { weighOptions } from './weigh-options.ts'

const TODAY = '2026-11-21'
const plan = (id: string, ...amounts: number[]): PlannedOption => ({
  id, installments: amounts.map((cents, i) => ({ dueOn: `2027-${String(i + 1).padStart(2, '0')}-10`, amountCents: BigInt(cents) })),
})
const OPTIONS = [plan('cash', 58_800), plan('three', 29_400, 29_400, 29_400), plan('six', ...Array<number>(6).fill(14_700))]
const weigh = (incomeCents: bigint, essentialsCents = 0n, dependants = 0, options = OPTIONS) => weighOptions(options, { incomeCents, essentialsCents, dependants }, TODAY)

test('each plan says what its worst month would leave', () => {
  const { outlooks } = weigh(100_000n, 45_000n)
  expect(outlooks[1]).toEqual({
    optionId: 'three', worstMonth: '2027-01', paymentCents: 29_400n, leftCents: 70_600n, spareCents: 25_600n, missingCents: 0n, belowMinimum: false, belowEssentials: false,
  })
})

test('exactly the minimum is enough, a cent less is not', () => {
  expect(weigh(89_400n).outlooks.map(({ belowMinimum }) => belowMinimum)).toEqual([true, false, false])
  expect(weigh(89_399n).outlooks.map(({ belowMinimum }) => belowMinimum)).toEqual([true, true, false])
  expect(weigh(89_399n).outlooks.map(({ missingCents }) => missingCents)).toEqual([29_401n, 1n, 0n])
})

test('each dependant adds half of the minimum: the house’s own rule', () => {
  expect(weigh(89_400n, 0n, 2).minimum).toMatchObject({ baseCents: 60_000n, perDependantCents: 30_000n, totalCents: 120_000n })
  expect(weigh(89_400n, 0n, 1).outlooks.every(({ belowMinimum }) => belowMinimum)).toBe(true)
})

test('what the house needs counts where it is more than the minimum', () => {
  expect(weigh(100_000n, 75_000n).outlooks.map(({ belowMinimum, belowEssentials }) => [belowMinimum, belowEssentials])).toEqual([[true, true], [false, true], [false, false]])
})

test('two installments in one month are felt together', () => {
  const installments = [{ dueOn: '2027-01-04', amountCents: 100n }, { dueOn: '2027-01-29', amountCents: 100n }, { dueOn: '2027-02-27', amountCents: 150n }]
  expect(weigh(60_000n, 0n, 0, [{ id: 'a', installments }]).outlooks[0]).toMatchObject({ worstMonth: '2027-01', paymentCents: 200n })
})

test('the cheapest plan that leaves enough comes first; where none does, the lightest; without plans nothing', () => {
  expect(weigh(89_400n)).toMatchObject({ lookFirst: 'three', anyFits: true })
  expect(weigh(60_000n)).toMatchObject({ lookFirst: 'six', anyFits: false })
  expect(weigh(0n, 0n, 0, [])).toMatchObject({ lookFirst: null, anyFits: false })
})

test('the minimum is the one of its day', () => {
  expect(weighOptions(OPTIONS, { incomeCents: 0n, essentialsCents: 0n, dependants: 0 }, '2023-06-19').minimum.totalCents).toBe(30_300n)
})

const cents = fc.bigInt({ min: 0n, max: 1_000_000n })
const budgets = fc.record({ incomeCents: cents, essentialsCents: cents, dependants: fc.integer({ min: 0, max: 20 }) })
const warned = ({ belowMinimum, belowEssentials }: OptionOutlook) => belowMinimum || belowEssentials

test('something lacks exactly where there is a warning', () => {
  fc.assert(fc.property(budgets, (budget) => weighOptions(OPTIONS, budget, TODAY).outlooks.every((outlook) => warned(outlook) === outlook.missingCents > 0n)))
})

/** Whether no plan that was fine becomes a warning, and the plan to look at first gets no dearer. */
function noWorse(before: MonthBudget, after: MonthBudget): boolean {
  const [a, b] = [weighOptions(OPTIONS, before, TODAY), weighOptions(OPTIONS, after, TODAY)]
  const place = (id: string | null) => OPTIONS.findIndex((option) => option.id === id)
  const isFirstNoDearer = !a.anyFits || (b.anyFits && place(b.lookFirst) <= place(a.lookFirst))
  return isFirstNoDearer && a.outlooks.every((outlook, i) => warned(outlook) || !warned(b.outlooks[i]!))
}

test('more income never turns a plan that is fine into a warning', () => {
  fc.assert(fc.property(budgets, cents, (budget, more) => noWorse(budget, { ...budget, incomeCents: budget.incomeCents + more })))
})

test('less for the house and fewer dependants never do either', () => {
  fc.assert(fc.property(budgets, cents, fc.integer({ min: 0, max: 20 }), (budget, more, others) =>
    noWorse({ ...budget, essentialsCents: budget.essentialsCents + more, dependants: budget.dependants + others }, budget)))
})
