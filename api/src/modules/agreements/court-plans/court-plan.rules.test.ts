import type { CourtPlanInput } from '@repactua/shared/contract/court-plans.ts'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { checkCourtPlan } from './court-plan.rules.ts'

const TODAY = '2026-11-21'
const monthly = (first: string, count: number, amountCents = 20_000) => Array.from({ length: count }, (_, i) => ({ dueOn: addMonths(first, i), amountCents }))
const plan = (overrides: Partial<CourtPlanInput> = {}): CourtPlanInput => ({
  cpf: '529.982.247-25', debtExternalIds: ['A-1'], kind: 'compulsory', court: '1ª Vara Cível de Exemplo', caseNumber: '0001234-03.2026.8.26.0100',
  ratifiedOn: '2026-10-01', installments: monthly('2027-01-10', 48), ...overrides,
})
const pointers = (overrides: Partial<CourtPlanInput>) => checkCourtPlan(plan(overrides), TODAY).map(({ pointer, rule }) => [pointer, rule])

test('a plan inside CDC 104-A and 104-B may be entered', () => {
  expect(checkCourtPlan(plan(), TODAY)).toEqual([])
  expect(checkCourtPlan(plan({ kind: 'agreed', installments: [{ dueOn: '2026-12-10', amountCents: 50_000 }, { dueOn: '2027-09-10', amountCents: 9_000 }] }), TODAY)).toEqual([])
})

test.each<[string, Partial<CourtPlanInput>, (string | undefined)[][]]>([
  ['a wrong case number', { caseNumber: '0001234-04.2026.8.26.0100' }, [['/caseNumber', undefined]]],
  ['a ratification to come', { ratifiedOn: '2026-11-22' }, [['/ratifiedOn', undefined]]],
  ['a day that does not exist', { installments: [{ dueOn: '2027-02-30', amountCents: 1 }] }, [['/installments/0/dueOn', undefined]]],
  ['dates out of order', { installments: [{ dueOn: '2027-02-10', amountCents: 1 }, { dueOn: '2027-01-10', amountCents: 1 }] }, [['/installments/1/dueOn', undefined]]],
  ['more than five years', { kind: 'agreed', installments: [{ dueOn: '2031-10-02', amountCents: 1 }] }, [['/installments/0/dueOn', 'court-plan']]],
  ['a first payment after 180 days', { installments: monthly('2027-03-31', 3) }, [['/installments/0/dueOn', 'court-plan-first']]],
  ['uneven parts of a compulsory plan', { installments: [...monthly('2027-01-10', 2), { dueOn: '2027-03-10', amountCents: 20_002 }] }, [['/installments', 'court-plan-first']]],
  ['a month left out of a compulsory plan', { installments: [{ dueOn: '2027-01-10', amountCents: 5 }, { dueOn: '2027-03-10', amountCents: 5 }] }, [['/installments', 'court-plan-first']]],
])('refuses %s', (_name, overrides, findings) => {
  expect(pointers(overrides)).toEqual(findings)
})

test('the last day of five years and of 180 days still stand', () => {
  expect(pointers({ kind: 'agreed', installments: [{ dueOn: '2031-10-01', amountCents: 1 }] })).toEqual([])
  expect(pointers({ installments: monthly('2027-03-30', 3) })).toEqual([])
})
