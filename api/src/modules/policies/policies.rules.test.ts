import { expect, test } from 'vitest'
import type { Campaign } from '@repactua/shared/contract/policies.ts'
import { checkFrame, type PolicyFrame } from './policies.rules.ts'

const TODAY = '2026-11-21'
const campaign = (overrides: Partial<Campaign> = {}): Campaign => ({ code: 'NATAL', name: 'Natal', startsOn: '2026-12-01', endsOn: '2026-12-24', discountBudgetCents: 100, ...overrides })
const found = (frame: Partial<PolicyFrame>) => checkFrame({ rules: [], ...frame }, TODAY).map(({ pointer, rule }) => [pointer, rule])

test('nothing around the rules is in order', () => {
  expect(found({})).toEqual([])
})

test.each<[string, string, string | null]>([
  ['2026-11-21', '2026-11-21', null],
  ['2026-11-22', '2026-11-21', 'validity-order'],
  ['2026-11-01', '2026-11-20', 'validity-past'],
])('validity from %s to %s: %s', (validFrom, validTo, rule) => {
  expect(found({ validFrom, validTo })).toEqual(rule === null ? [] : [['/validTo', rule]])
})

test.each<[string, string, string | null]>([
  ['2026-12-01', '2026-12-01', null],
  ['2026-12-01', '2026-11-30', 'campaign-order'],
  ['2026-12-01', '2027-12-01', null],
  ['2026-12-01', '2027-12-02', 'campaign-too-long'],
])('a campaign from %s to %s: %s', (startsOn, endsOn, rule) => {
  expect(found({ campaigns: [campaign({ startsOn, endsOn })] })).toEqual(rule === null ? [] : [['/campaigns/0/endsOn', rule]])
})

test('each twin of a code is told once, and so is each rule of a campaign that is not there', () => {
  const rules = ['NATAL', 'PASCOA'].map((code) => ({ name: code, when: { campaign: code }, grant: {} })) as PolicyFrame['rules']
  expect(found({ rules, campaigns: [campaign(), campaign(), campaign()] })).toEqual([
    ['/campaigns/1/code', 'campaign-twice'],
    ['/campaigns/2/code', 'campaign-twice'],
    ['/rules/1/when/campaign', 'campaign-unknown'],
  ])
})
