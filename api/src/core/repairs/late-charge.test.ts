import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { sum } from '../money/sum.ts'
import { lateCharge } from './late-charge.ts'
import { openCents } from './open-installments.ts'
import { quotePayOff } from './quote-pay-off.ts'
import { anyPlan, planOf } from './repairs.fixture.ts'
import type { Plan } from './types.ts'

const cents = (plan: Plan, number: number) => lateCharge(plan, plan.installments[number - 1]!).map((line) => [line.kind, line.cents])
const late = planOf({ financedCents: 88_200n, count: 4, paid: 1, today: '2027-01-21' })

test('the worked example: ten days late, fine and interest', () => {
  expect(cents(late, 2)).toEqual([['late_fine', 441n], ['default_interest', 73n]])
  expect(cents(late, 1)).toEqual([])
  expect(cents(late, 3)).toEqual([])
})

test('paid on the next business day after a due date without banks it costs nothing; after that it counts from the date itself', () => {
  const [first, ...others] = late.installments
  const onSunday = { ...late, installments: [first!, { ...others[0]!, dueOn: '2027-01-10' }] }
  expect(cents({ ...onSunday, today: '2027-01-11' }, 2)).toEqual([])
  expect(cents({ ...onSunday, today: '2027-01-12' }, 2)).toEqual([['late_fine', 441n], ['default_interest', 15n]])
})

test('what the law of the day does not let the term ask for is not asked', () => {
  const plan = (terms: Partial<Plan['terms']>, signedChecks: Plan['signedChecks'] = []) => cents({ ...late, terms: { ...late.terms, ...terms }, signedChecks }, 2).map(([kind]) => kind)
  expect(plan({ lateFeeBps: 201 })).toEqual(['default_interest'])
  expect(plan({ defaultInterestMonthlyBps: 101 })).toEqual(['late_fine'])
  expect(plan({ defaultInterestMonthlyBps: 160, regime: 'non_financial' })).toEqual(['late_fine'])
  const signed = { rule: 'usury', source: 'Decreto 22.626/1933', limit: 'até 1,7% ao mês', value: '1,6% ao mês', passed: true }
  expect(plan({ defaultInterestMonthlyBps: 160, regime: 'non_financial' }, [signed])).toEqual(['late_fine', 'default_interest'])
  expect(plan({ lateFeeBps: 0, defaultInterestMonthlyBps: 0 })).toEqual([])
})

test('the charges of any installment: whole cents, never above what they are on, more by the day, and what paying everything counts', () => {
  fc.assert(fc.property(anyPlan, fc.integer({ min: 0, max: 9_000 }), (plan, days) => {
    const on = (today: string) => ({ ...plan, today })
    for (const one of plan.installments) {
      const [then, later] = [days, days + 1].map((more) => sum(lateCharge(on(addDays(one.dueOn, more)), one).map((line) => line.cents)))
      expect(then! >= 0n && then! <= later! && later! <= openCents(one)).toBe(true)
      if (addDays(one.dueOn, days) <= nextBusinessDay(one.dueOn)) expect(then).toBe(0n)
    }
    const quote = quotePayOff(plan)
    const counted = quote.ok ? quote.value.lines.filter(({ kind }) => kind === 'late_fine' || kind === 'default_interest') : []
    expect(plan.installments.flatMap((one) => lateCharge(plan, one)).map((line) => line.cents)).toEqual(counted.map((line) => line.cents))
  }))
})
