import { expect, test } from 'vitest'
import { checkOptionCost, checkSharedTerms, optionLaw } from './check-option.ts'

const on = '2026-11-21'
const shared = { lateFeeBps: 200, defaultInterestMonthlyBps: 100, validityDays: 5, dueDates: ['2026-12-10'] }
const plain = (checks: { rule: string; limit: string; value: string; passed: boolean }[]) => checks.map(({ rule, limit, value, passed }) => [rule, limit, value.replaceAll('\u00a0', ' '), passed])

test('the shared terms show rule, limit and value', () => {
  expect(plain(checkSharedTerms(shared, { regime: 'financial', on }))).toEqual([
    ['late-fine', 'até 2%', '2%', true],
    ['default-interest-bank', 'até 1% ao mês', '1% ao mês', true],
    ['offer-validity', 'pelo menos 2 dias', '5 dias', true],
    ['non-business-due', 'vencimentos em dia útil', 'todos em dia útil', true],
  ])
})

test('what lies outside the law does not pass', () => {
  const bad = { lateFeeBps: 300, defaultInterestMonthlyBps: 200, validityDays: 1, dueDates: ['2026-12-25'] }
  expect(checkSharedTerms(bad, { regime: 'non_financial', on }).map(({ passed }) => passed)).toEqual([false, false, false, false])
})

test('the cost of a plan: usury for non-financial creditors, the cap of a card, the CET that is told', () => {
  const cost = { monthlyRateBps: 136, cetYearly: '17.45', repaid: null, cards: [{ chargesCents: 101n, originalCents: 100n }] }
  expect(plain(checkOptionCost(cost, optionLaw({ regime: 'non_financial', on })))).toEqual([
    ['usury', 'até 1,35% ao mês', '1,36% ao mês', false],
    ['card-cap', 'até R$\u00a01,00', 'R$ 1,01', false],
    ['cet', 'informado na oferta', '17,45% ao ano', true],
  ])
  expect(checkOptionCost({ ...cost, cards: [] }, optionLaw({ regime: 'financial', on })).map(({ rule }) => rule)).toEqual(['cet'])
})

test('before the rules there is nothing to check', () => {
  expect(checkSharedTerms(shared, { regime: 'financial', on: '1980-01-01' })).toEqual([])
  expect(checkOptionCost({ monthlyRateBps: 0, cetYearly: '0.00', repaid: null, cards: [] }, optionLaw({ regime: 'financial', on: '1980-01-01' }))).toEqual([])
})
