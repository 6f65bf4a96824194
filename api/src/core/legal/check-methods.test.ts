import { expect, test } from 'vitest'
import { checkMethods, type ChargeMethods } from './check-methods.ts'

const found = (charges: Partial<ChargeMethods>, regime: 'financial' | 'non_financial') =>
  checkMethods({ defaultInterestMonthlyBps: 0, ...charges }, { regime, on: '2026-11-21' }).map(({ pointer, code, rule }) => [pointer, code, rule])

test('simple interest, legal interest and correction by a price index stand', () => {
  expect(found({ defaultInterestMonthlyBps: 100 }, 'financial')).toEqual([])
  expect(found({ interestMethod: 'legal', correctionIndex: 'ipca' }, 'non_financial')).toEqual([])
  expect(found({ defaultInterestMonthlyBps: 100, correctionIndex: 'igpm' }, 'non_financial')).toEqual([])
  expect(found({ correctionIndex: 'selic' }, 'non_financial')).toEqual([])
})

test('interest on interest is for financial institutions alone', () => {
  expect(found({ interestMethod: 'compound' }, 'financial')).toEqual([])
  expect(found({ interestMethod: 'compound' }, 'non_financial')).toEqual([['/interestMethod', 'compound_interest_not_allowed', 'compounding']])
})

test('a financial institution charges what its closed list names: no correction', () => {
  expect(found({ correctionIndex: 'ipca' }, 'financial')).toEqual([['/correctionIndex', 'correction_not_allowed', 'financial-closed-list']])
})

test('Selic bears interest already: never beside other interest', () => {
  expect(found({ correctionIndex: 'selic', defaultInterestMonthlyBps: 1 }, 'non_financial')).toEqual([['/correctionIndex', 'selic_with_interest', 'selic-alone']])
  expect(found({ correctionIndex: 'selic', interestMethod: 'legal' }, 'non_financial')).toEqual([['/correctionIndex', 'selic_with_interest', 'selic-alone']])
})

test('the legal rate stands in for a rate that is not there', () => {
  expect(found({ interestMethod: 'legal', defaultInterestMonthlyBps: 100 }, 'financial')).toEqual([['/defaultInterestMonthlyBps', 'legal_interest_with_rate', 'legal-interest']])
})

test('the words name the source', () => {
  const [breach] = checkMethods({ defaultInterestMonthlyBps: 0, interestMethod: 'compound' }, { regime: 'non_financial', on: '2026-11-21' })
  expect(breach?.message).toBe('Só instituição financeira pode cobrar juros compostos (STJ, Súmulas 539 e 541).')
})
