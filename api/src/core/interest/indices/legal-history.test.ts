import { expect, test } from 'vitest'
import { balanceAsOf, type DebtTerms } from '../balance.ts'
import { balanceOf, tableOf } from '../balance.fixture.ts'

// Selic of June, July and August 2024, legal interest of August and September.
const indices = { ...tableOf('selic', '2024-06', [790_000n, 910_000n, 870_000n]), ...tableOf('legal_interest', '2024-08', [605_306n, 676_227n]) }
const debt: DebtTerms = { principalCents: 100_000n, dueOn: '2024-07-31', lateFeeBps: 0, defaultInterestMonthlyBps: 0, interestMethod: 'legal', payments: [], indices }
const lines = (terms: DebtTerms, asOf = '2024-09-10') => balanceOf(terms, asOf).components.slice(1).map(({ cents, rule, days }) => [cents, rule, days])

test('nobody having picked a reading, the days before the table bear none', () => {
  expect(lines(debt)).toEqual([[242n, 'legal-interest', 11]])
})

test('a reading that says none is no reading', () => {
  expect(lines({ ...debt, legalInterestHistory: 'none' })).toEqual(lines(debt))
})

test('one per cent a month, and then the table', () => {
  expect(lines({ ...debt, legalInterestHistory: 'one_per_cent' })).toEqual([[1_000n, 'legal-interest-one-per-cent', 30], [242n, 'legal-interest', 11]])
  const [, before, after] = balanceOf({ ...debt, legalInterestHistory: 'one_per_cent' }, '2024-09-10').components
  expect(before?.formula).toMatch(/ × 1% ÷ 30 × 30 dias \(31\/07\/2024 a 30\/08\/2024\)$/)
  expect(after?.formula).toMatch(/\(30\/08\/2024 a 10\/09\/2024\)$/)
})

test('Selic month by month, added up, and then the table', () => {
  // 1 of 31 days of June's 0.79 % and 29 of 31 of July's 0.91 %: 0.876774 %
  expect(lines({ ...debt, legalInterestHistory: 'selic' })).toEqual([[877n, 'legal-interest-selic', 30], [242n, 'legal-interest', 11]])
  expect(lines({ ...debt, legalInterestHistory: 'selic' }, '2024-08-15')).toEqual([[436n, 'legal-interest-selic', 15]])
})

test('a month of Selic that lacks is refused with its name', () => {
  const answer = balanceAsOf({ ...debt, legalInterestHistory: 'selic', indices: { legal_interest: indices.legal_interest ?? {} } }, '2024-09-10')
  expect(answer).toEqual({ ok: false, error: { index: 'selic', month: '2024-06', knownUntil: '2024-07-31' } })
})

test('no day before the Civil Code of 2002 bears any, and none after the table begins', () => {
  expect(lines({ ...debt, dueOn: '2002-12-10', legalInterestHistory: 'one_per_cent' }, '2003-01-21')).toEqual([[333n, 'legal-interest-one-per-cent', 10]])
  expect(lines({ ...debt, dueOn: '2024-08-30', legalInterestHistory: 'one_per_cent' })).toEqual([[242n, 'legal-interest', 11]])
})
