import type { Charges } from '@repactua/shared/contract/debts.ts'
import { expect, test } from 'vitest'
import { checkCharges } from './check-charges.ts'
import { checkContract } from './check-contract.ts'
import { defaultInterestLimit, planRateLimit } from './limits.ts'
import type { LegalScope, Regime } from './types.ts'

const on = '2026-11-21'
const late = { lateFeeBps: 200, defaultInterestMonthlyBps: 100 }
const find = (charges: Partial<Charges>, regime: Regime, more: Partial<LegalScope> = {}) =>
  checkContract({ ...late, ...charges }, { regime, on, ...more }).map(({ pointer, code, rule, limit }) => [pointer, code, rule, limit])
const interest = (more: Partial<NonNullable<Charges['contractInterest']>> = {}) => ({ contractInterest: { monthlyBps: 100, from: '2026-01-10', ...more } })
const fees = (bps: number) => ({ collectionFees: { bps, clause: 'cláusula 8ª', work: 'carta' } })

test('a contract that says nothing more breaks nothing', () => {
  expect(find({}, 'financial')).toEqual([])
  expect(find(interest(), 'non_financial')).toEqual([])
  expect(find(fees(1_000), 'non_financial')).toEqual([])
})

test('interest of the contract: the usury law binds shops alone', () => {
  expect(find(interest({ monthlyBps: 136 }), 'non_financial')).toEqual([['/contractInterest/monthlyBps', 'contract_interest_above_law', 'usury', 135]])
  expect(find(interest({ monthlyBps: 1_200 }), 'financial')).toEqual([])
})

test('compound interest: banks, agreed so that one can read it in the yearly rate (Súmula 541), from 31 March 2000', () => {
  expect(find(interest({ method: 'compound', yearlyBps: 1_268 }), 'financial')).toEqual([])
  expect(find(interest({ method: 'compound', yearlyBps: 1_200 }), 'financial')).toEqual([['/contractInterest/yearlyBps', 'compound_interest_not_agreed', 'compounding', null]])
  expect(find(interest({ method: 'compound' }), 'financial')).toEqual([['/contractInterest/yearlyBps', 'compound_interest_not_agreed', 'compounding', null]])
  expect(find(interest({ method: 'compound', yearlyBps: 1_268, from: '2000-03-30' }), 'financial')).toEqual([['/contractInterest/method', 'compound_interest_not_allowed', 'compounding', null]])
  expect(find(interest({ method: 'compound', yearlyBps: 1_268 }), 'non_financial')).toEqual([['/contractInterest/method', 'compound_interest_not_allowed', 'compounding', null]])
})

test('interest after the due date is for banks, collection fees are for the others and have their limit', () => {
  expect(find(interest({ afterDue: true }), 'financial')).toEqual([])
  expect(find(interest({ afterDue: true }), 'non_financial')).toEqual([['/contractInterest/afterDue', 'interest_after_due_not_allowed', 'contract-interest-late', null]])
  expect(find(fees(100), 'financial')).toEqual([['/collectionFees', 'collection_fees_not_allowed', 'financial-closed-list', null]])
  expect(find(fees(1_001), 'non_financial')).toEqual([['/collectionFees/bps', 'collection_fees_above_law', 'collection-fees', 1_000]])
})

test('old legal interest needs the legal method, and Selic no correction beside it', () => {
  expect(find({ legalInterestHistory: 'none' }, 'non_financial')).toEqual([])
  expect(find({ legalInterestHistory: 'selic' }, 'non_financial')).toEqual([['/legalInterestHistory', 'legal_history_not_allowed', 'legal-interest', null]])
  expect(find({ interestMethod: 'legal', legalInterestHistory: 'one_per_cent', correctionIndex: 'ipca' }, 'non_financial')).toEqual([])
  expect(find({ interestMethod: 'legal', legalInterestHistory: 'selic', correctionIndex: 'ipca' }, 'non_financial')).toEqual([['/legalInterestHistory', 'selic_with_interest', 'selic-alone', null]])
})

test('a special law lifts Súmula 379, and is for banks', () => {
  const note = { lateFeeBps: 0, defaultInterestMonthlyBps: 300, specialLaw: 'Lei 10.931/2004, art. 28' }
  expect(checkCharges({ lateFeeBps: 0, defaultInterestMonthlyBps: 300 }, { regime: 'financial', on })).toHaveLength(1)
  expect(checkCharges(note, { regime: 'financial', on })).toEqual([])
  expect(checkCharges(note, { regime: 'non_financial', on })).toHaveLength(1)
  expect(find(note, 'non_financial')).toEqual([['/specialLaw', 'special_law_not_allowed', 'special-law', null]])
})

test('usury is twice the legal rate of the month, exact; the dated row where the month lacks or is zero', () => {
  const limit = (legalRate?: bigint) => planRateLimit({ regime: 'non_financial', on, legalRate })
  expect(limit(676_227n)).toMatchObject({ bps: 135, percent: '1,352454%' })
  expect(limit(675_000n)).toMatchObject({ bps: 135, percent: '1,350000%' })
  expect(limit(674_999n)).toMatchObject({ bps: 134 })
  expect(limit()).toMatchObject({ bps: 135, percent: '1,35%' })
  expect(limit(0n)).toMatchObject({ bps: 135, percent: '1,35%' })
  expect(defaultInterestLimit({ regime: 'financial', on, legalRate: 1n })).toMatchObject({ bps: 100 })
  expect(planRateLimit({ regime: 'non_financial', on: '2024-08-29', legalRate: 676_227n })).toBeNull()
  const [breach] = checkCharges({ lateFeeBps: 0, defaultInterestMonthlyBps: 136 }, { regime: 'non_financial', on, legalRate: 676_227n })
  expect(breach?.message).toBe('Os juros de mora são de 1,36% ao mês e a lei permite até 1,352454% (Decreto 22.626/1933 e Lei 14.905/2024).')
})
