import type { PolicyCondition } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { rule } from '../../offers/offers.fixture.ts'
import { checkPolicyReach } from './check-policy-reach.ts'

const found = (conditions: PolicyCondition[], audience?: PolicyCondition) =>
  checkPolicyReach(conditions.map((when) => rule({}, when)), audience).map(({ pointer, rule: id, limit, value }) => [pointer, id, limit, value])

test.each<[string, PolicyCondition[], unknown[]]>([
  ['days that no rule reaches', [{ overdueDays: { max: 30 } }, { overdueDays: { min: 61 } }], [['/rules/1/when/overdueDays', 'hole', 31, 60]]],
  ['one cent', [{ balanceCents: { max: 99_999 } }, { balanceCents: { min: 100_001 } }], [['/rules/1/when/balanceCents', 'hole', 100_000, 100_000]]],
  ['a number of debts', [{ debtCount: { min: 3 } }, { debtCount: { max: 1 } }], [['/rules/0/when/debtCount', 'hole', 2, 2]]],
  ['of one product only', [{ products: ['school'], overdueDays: { max: 30 } }, { products: ['school'], overdueDays: { min: 61 } }], [['/rules/1/when/overdueDays', 'hole', 31, 60]]],
  ['many of them', [{ overdueDays: { max: 10 } }, { overdueDays: { min: 21, max: 30 } }, { overdueDays: { min: 41 } }], [['/rules/1/when/overdueDays', 'hole', 11, 20], ['/rules/2/when/overdueDays', 'hole', 31, 40]]],
  ['what another rule fills in part', [{ overdueDays: { max: 30 } }, { overdueDays: { min: 61 } }, { overdueDays: { min: 31, max: 50 } }], [['/rules/1/when/overdueDays', 'hole', 51, 60]]],
])('a hole is refused: %s', (_what, conditions, findings) => {
  expect(found(conditions)).toEqual(findings)
})

test.each<[string, PolicyCondition[]]>([
  ['ranges that meet', [{ overdueDays: { max: 30 } }, { overdueDays: { min: 31, max: 90 } }]],
  ['nothing below the first nor above the last', [{ overdueDays: { min: 31, max: 90 } }]],
  ['a rule for all the rest', [{ overdueDays: { max: 30 } }, { overdueDays: { min: 61 } }, {}]],
  ['rules of different kinds', [{ products: ['school'], overdueDays: { max: 30 } }, { products: ['retail'], overdueDays: { min: 61 } }]],
  ['a campaign with its own days', [{ campaign: 'NATAL', overdueDays: { min: 61 } }, { overdueDays: { max: 30 } }]],
])('no hole: %s', (_what, conditions) => {
  expect(found(conditions)).toEqual([])
})

test.each<[PolicyCondition[], boolean]>([
  [[{ riskBands: ['low', 'high'] }, { riskBands: ['high'] }], true],
  [[{ tags: ['a', 'b'] }, { tags: ['a'] }], true],
  [[{ tags: ['a'] }, { tags: ['a', 'b'] }], false],
  [[{ states: ['SP'] }, { states: ['RJ'] }], false],
  [[{ campaign: 'NATAL' }, {}], false],
  [[{}, { campaign: 'NATAL' }], true],
  [[{ hasBrokenAgreement: true }, { hasBrokenAgreement: false }, { overdueDays: { min: 10 } }], true],
  [[{ overdueDays: { max: 30 } }, { overdueDays: { min: 31 } }, { products: ['school'] }], true],
  [[{ overdueDays: { max: 30 } }, { overdueDays: { min: 31, max: 60 } }, { overdueDays: { min: 20, max: 40 } }], true],
  [[{ overdueDays: { max: 30 } }, { overdueDays: { min: 31, max: 60 } }, { overdueDays: { min: 20, max: 61 } }], false],
])('%j: the last rule is unreachable: %s', (conditions, unreachable) => {
  const last = `/rules/${conditions.length - 1}`
  expect(found(conditions)).toEqual(unreachable ? [[last, 'unreachable', null, null]] : [])
})

test('a rule that nobody of the audience can meet', () => {
  expect(found([{ products: ['retail'] }, { overdueDays: { max: 29 } }, { tags: ['b'] }], { products: ['school'], overdueDays: { min: 30 }, tags: ['a'] })).toEqual([
    ['/rules/0', 'outside-audience', null, null], ['/rules/1', 'outside-audience', null, null],
  ])
  expect(found([{}], { debtCount: { min: 5, max: 1 } })).toContainEqual(['/audience/debtCount', 'range-order', 1, 5])
})

test('a hole is told with its limits in plain Portuguese', () => {
  const [days] = checkPolicyReach([rule({}, { overdueDays: { max: 30 } }), rule({}, { overdueDays: { min: 61 } })], undefined)
  expect(days?.message).toBe('Entre as regras 1 e 2 há um buraco: de 31 a 60 dias de atraso nenhuma regra alcança a dívida.')
})
