import type { PolicyCondition } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { matchRule } from './match-rule.ts'
import { PERSON, policy, rule } from '../offers.fixture.ts'

const traits = { ...PERSON, overdueDays: 90, balanceCents: 100_000n, product: 'school' as const, segment: 'gold', riskBand: 'high' as const, tags: ['a', 'b'] }

test.each<[PolicyCondition, boolean]>([
  [{}, true],
  [{ overdueDays: { min: 90, max: 90 } }, true],
  [{ overdueDays: { min: 91 } }, false],
  [{ overdueDays: { max: 89 } }, false],
  [{ balanceCents: { min: 100_000, max: 100_000 } }, true],
  [{ balanceCents: { min: 100_001 } }, false],
  [{ products: ['retail', 'school'] }, true],
  [{ products: ['retail'] }, false],
  [{ segments: ['gold'] }, true],
  [{ segments: ['silver'] }, false],
  [{ riskBands: ['medium', 'high'] }, true],
  [{ riskBands: ['low'] }, false],
  [{ tags: ['b', 'z'] }, true],
  [{ tags: ['z'] }, false],
  [{ states: ['RJ', 'SP'] }, true],
  [{ states: ['RJ'] }, false],
  [{ debtCount: { min: 1, max: 1 } }, true],
  [{ debtCount: { min: 2 } }, false],
  [{ hasBrokenAgreement: false }, true],
  [{ hasBrokenAgreement: true }, false],
  [{ products: ['school'], segments: ['gold'], overdueDays: { min: 30 }, balanceCents: { max: 99_999 } }, false],
])('%j fits: %s', (when, fits) => {
  expect(matchRule(policy([rule({}, when)]), traits) !== null).toBe(fits)
})

test('what is not known of a debt fits no rule that names it', () => {
  const unknown = { ...traits, segment: null, riskBand: null, state: null, tags: [] }
  for (const when of [{ segments: ['gold'] }, { riskBands: ['high' as const] }, { states: ['SP' as const] }, { tags: ['a'] }]) {
    expect(matchRule(policy([rule({}, when)]), unknown)).toBeNull()
  }
})

test('a rule of a campaign reaches debts only while the campaign runs', () => {
  const rules = [{ ...rule({}, { campaign: 'NATAL' }), name: 'campaign' }, { ...rule(), name: 'usual' }]
  expect(matchRule(policy(rules, { runningCampaigns: ['PASCOA', 'NATAL'] }), traits)?.name).toBe('campaign')
  expect(matchRule(policy(rules, { runningCampaigns: ['PASCOA'] }), traits)?.name).toBe('usual')
})

test('who is not of the audience is reached by no rule', () => {
  expect(matchRule(policy([rule()], { audience: { states: ['RJ'] } }), traits)).toBeNull()
  expect(matchRule(policy([rule()], { audience: { states: ['SP'], tags: ['a'] } }), traits)).not.toBeNull()
})

test('the first rule that fits decides', () => {
  const rules = [{ ...rule({}, { products: ['retail'] }), name: 'a' }, { ...rule(), name: 'b' }, { ...rule(), name: 'c' }]
  expect(matchRule(policy(rules), traits)?.name).toBe('b')
})
