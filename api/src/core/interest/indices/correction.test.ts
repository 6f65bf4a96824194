import { expect, test } from 'vitest'
import { balanceAsOf, type DebtTerms } from '../balance.ts'
import { balanceOf, tableOf } from '../balance.fixture.ts'
import { ZERO } from '../ledger.ts'

// January to September 2026: what the days from March to November take.
const indices = tableOf('ipca', '2026-01', [330_000n, 700_000n, 880_000n, 670_000n, 580_000n, 240_000n, 260_000n, -110_000n, 480_000n])
const debt: DebtTerms = { principalCents: 98_000n, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [], regime: 'non_financial', correctionIndex: 'ipca', indices }
const kinds = (asOf: string, terms = debt) => balanceOf(terms, asOf).components.map(({ kind, cents }) => [kind, cents])

test('correction is a component of its own, and interest runs on the corrected principal', () => {
  // 22 of 31 days of January's 0.33 %, 9 of 30 of February's 0.7 %: 98000 × (1 + 0.0033 × 22/31) × (1 + 0.007 × 9/30) − 98000 = 435.79
  expect(kinds('2026-04-10')).toEqual([['principal', 98_000n], ['correction', 436n], ['late_fine', 1_960n], ['default_interest', 1_017n]])
  const correction = balanceOf(debt, '2026-04-10').components[1]
  expect(correction).toMatchObject({ rule: 'correction', source: 'Código Civil, art. 389', rate: 444_685n, index: 'ipca', formula: 'R$\u00a0980,00 × 0,444685% (IPCA de 01/2026 a 02/2026)' })
  expect(correction?.months).toEqual([{ month: '2026-01', rate: 330_000n, days: 22, daysOfMonth: 31 }, { month: '2026-02', rate: 700_000n, days: 9, daysOfMonth: 30 }])
})

test('each index looks back to the month that has been published', () => {
  expect(balanceAsOf(debt, '2026-12-02')).toMatchObject({ ok: false, error: { index: 'ipca', month: '2026-10', knownUntil: '2026-12-01' } })
  expect(balanceAsOf({ ...debt, correctionIndex: 'igpm' }, '2026-12-02')).toMatchObject({ ok: false, error: { index: 'igpm', month: '2026-02', knownUntil: '2026-03-10' } })
})

test('of two tables that lack months the one that ends first is named', () => {
  const both = { ...debt, defaultInterestMonthlyBps: 0, interestMethod: 'legal' as const, indices: { ...indices, ...tableOf('legal_interest', '2026-03', [500_000n, 500_000n]) } }
  expect(balanceAsOf(both, '2027-01-10')).toMatchObject({ ok: false, error: { index: 'legal_interest', month: '2026-05', knownUntil: '2026-05-01' } })
})

test('falling prices take correction back, and never the principal', () => {
  const falling = { ...debt, indices: tableOf('ipca', '2026-01', [-500_000n, 200_000n, -90_000n]) }
  expect(kinds('2026-03-31', falling).map(([kind]) => kind)).toEqual(['principal', 'late_fine', 'default_interest'])
  expect(balanceOf(falling, '2026-05-31').open.correction).toBe(0n)
})

test('a figure that falling prices cut says to how much; and what is shown comes to the figure', () => {
  const falling = { ...debt, indices: tableOf('ipca', '2026-01', [500_000n, -2_000_000n]), payments: [{ paidOn: '2026-04-01', cents: 3_000n }] }
  const shown = balanceOf(falling, '2026-04-30').components.filter(({ kind }) => kind === 'correction').at(-1)
  expect(shown).toMatchObject({ limited: true, cents: -balanceOf(falling, '2026-04-01').open.correction })
  expect(shown?.formula).toMatch(/, limitado a -R\$.\d,\d\d para não ficar abaixo do valor original \(/)
  const large = balanceOf({ ...debt, principalCents: 984_531_845n }, '2026-11-20').components[1]
  expect(large?.cents).toBe((2n * 984_531_845n * (large?.rate ?? 0n) + 100_000_000n) / 200_000_000n)
})

test('a payment takes correction before principal, after interest and fine', () => {
  const paid = { ...debt, payments: [{ paidOn: '2026-04-10', cents: 3_200n }] }
  expect(balanceOf(paid, '2026-04-10').open).toEqual({ ...ZERO, principal: 98_000n, correction: 213n, lateFine: 0n, defaultInterest: 0n })
  expect(balanceOf(paid, '2026-05-10').components.filter(({ kind }) => kind === 'correction')).toHaveLength(2)
})
