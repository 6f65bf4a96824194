import { expect, test } from 'vitest'
import { balanceAsOf, latestBalance, type DebtTerms } from '../balance.ts'
import { balanceOf, tableOf } from '../balance.fixture.ts'

// January and February 2026: what the days of March and April take. May and later lack.
const indices = tableOf('ipca', '2026-01', [330_000n, 700_000n])
const debt: DebtTerms = { principalCents: 98_000n, dueOn: '2026-03-10', lateFeeBps: 0, defaultInterestMonthlyBps: 0, payments: [], correctionIndex: 'ipca', indices }

test('the last known month stands in for those after it, and says so', () => {
  expect(balanceAsOf(debt, '2026-05-11').ok).toBe(false)
  const { components } = balanceOf(debt, '2026-05-11', { projectIndices: true })
  expect(components[1]).toMatchObject({
    kind: 'correction', projected: true, formula: expect.stringContaining('IPCA de 01/2026 a 03/2026, estimado desde 03/2026') as string,
    months: [{ month: '2026-01', rate: 330_000n }, { month: '2026-02', rate: 700_000n }, { month: '2026-03', rate: 700_000n, projected: true, days: 10 }],
  })
})

test('what the tables reach is the same with and without it', () => {
  expect(balanceOf(debt, '2026-05-01', { projectIndices: true })).toEqual(balanceOf(debt, '2026-05-01'))
  expect(balanceOf(debt, '2026-05-01').components[1]).not.toHaveProperty('projected')
})

test('a hole is no month to come: it is refused all the same', () => {
  const holed = { ...debt, indices: { ipca: { '2026-01': 330_000n, '2026-03': 880_000n } } }
  expect(latestBalance(holed, '2026-05-11', { projectIndices: true })).toMatchObject({ missing: { month: '2026-02' }, balance: { asOf: '2026-04-01' } })
  expect(latestBalance({ ...debt, indices: {} }, '2026-05-11', { projectIndices: true }).missing).toMatchObject({ month: '2026-01' })
})
