import { expect, test } from 'vitest'
import type { DebtTerms } from './balance.ts'
import { balanceOf } from './balance.fixture.ts'

// R$ 1.000,00 lent on 8 February 2026 at 1.8 % a month, due on 10 March: 30 days, R$ 18,00.
const loan: DebtTerms = {
  principalCents: 100_000n, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [], regime: 'financial',
  contractInterest: { monthlyBps: 180, from: '2026-02-08' },
}
const cents = (asOf: string, terms = loan) => balanceOf(terms, asOf).components.map((line) => [line.kind, line.cents])

test('it runs to the due date, day by day', () => {
  expect(cents('2026-02-08')).toEqual([['principal', 100_000n]])
  expect(cents('2026-02-23')).toEqual([['principal', 100_000n], ['contract_interest', 900n]])
  expect(cents('2026-03-10')).toEqual([['principal', 100_000n], ['contract_interest', 1_800n]])
})

test('after it the fine takes what fell due, and default interest the principal alone', () => {
  expect(cents('2026-04-09')).toEqual([['principal', 100_000n], ['contract_interest', 1_800n], ['late_fine', 2_036n], ['default_interest', 1_000n]])
})

test('a bank may go on with it: a line of its own, at the same rate, without interest on interest', () => {
  const { components } = balanceOf({ ...loan, contractInterest: { monthlyBps: 180, from: '2026-02-08', afterDue: true } }, '2026-04-09')
  expect(components.filter(({ kind }) => kind === 'contract_interest')).toMatchObject([
    { cents: 1_800n, rule: 'contract', source: 'Contrato', days: 30 },
    { cents: 1_800n, rule: 'contract-interest-late', source: 'Resolução CMN 4.882/2020, arts. 2º, I, e 3º', days: 30, formula: expect.stringMatching(/× 1,8% ÷ 30 × 30 dias \(10\/03\/2026 a 09\/04\/2026\)$/) as string },
  ])
})

test('compound interest multiplies whole months', () => {
  const compound = { ...loan, contractInterest: { monthlyBps: 180, from: '2025-12-25', method: 'compound' as const, yearlyBps: 2_387 } }
  // 75 days: 1000.00 × (1.018² × (1 + 1.8 % × 15 ÷ 30) − 1) = 45.6509
  expect(cents('2026-03-10', compound)).toEqual([['principal', 100_000n], ['contract_interest', 4_565n]])
  expect(balanceOf(compound, '2026-03-10').components[1]).toMatchObject({ rule: 'compounding', rateBps: 180, formula: expect.stringContaining('^2 ×') as string })
})

test('who pays before the due date pays the proportional part, and the rest bears interest on the rest', () => {
  const paid = { ...loan, payments: [{ paidOn: '2026-02-23', cents: 50_900n }] }
  // 15 days on 1000.00: 9.00, all of it paid; 15 days on 500.00: 4.50.
  expect(balanceOf(paid, '2026-03-10').open).toMatchObject({ principal: 50_000n, contractInterest: 450n })
})

test('due on a day without banks, the days until the next one bear none', () => {
  const carnival = { ...loan, dueOn: '2026-02-14' }
  expect(cents('2026-02-18', carnival)).toEqual([['principal', 100_000n], ['contract_interest', 360n]])
})

test('collection fees are charged once, on what fell due, and name their clause', () => {
  const shop: DebtTerms = { ...loan, regime: 'non_financial', collectionFees: { bps: 500, clause: 'cláusula 8ª', work: 'duas cartas e uma ligação' } }
  expect(cents('2026-03-10', shop)).toHaveLength(2)
  const { components, open } = balanceOf(shop, '2026-04-09')
  expect(components.at(-1)).toMatchObject({ kind: 'collection_fees', cents: 5_090n, rule: 'collection-fees', source: 'CDC, art. 51, XII', formula: expect.stringContaining('× 5% (cláusula 8ª: duas cartas e uma ligação)') as string })
  expect(open.collectionFees).toBe(5_090n)
})

test('the usury law stands behind a shop’s contract interest, a special law behind a bank’s default interest', () => {
  expect(balanceOf({ ...loan, regime: 'non_financial' }, '2026-03-10').components[1]?.rule).toBe('usury')
  const note = balanceOf({ ...loan, defaultInterestMonthlyBps: 300, specialLaw: 'Lei 10.931/2004, art. 28' }, '2026-04-09')
  expect(note.components.at(-1)).toMatchObject({ kind: 'default_interest', cents: 3_000n, rule: 'special-law', source: 'Lei 10.931/2004, art. 28' })
})

test('a contract’s own order of payments is kept, and told', () => {
  const order = ['principal', 'correction', 'contract_interest', 'default_interest', 'late_fine', 'collection_fees'] as const
  const paid = { ...loan, payments: [{ paidOn: '2026-04-09', cents: 30_000n }] }
  expect(balanceOf(paid, '2026-04-09').open).toMatchObject({ principal: 74_836n, contractInterest: 0n, lateFine: 0n, defaultInterest: 0n })
  const { open, components } = balanceOf({ ...paid, imputationOrder: [...order] }, '2026-04-09')
  expect(open).toMatchObject({ principal: 70_000n, contractInterest: 1_800n, lateFine: 2_036n, defaultInterest: 1_000n })
  expect(components.at(-1)).toMatchObject({ order, formula: expect.stringMatching(/ em 09\/04\/2026 \(na ordem do contrato: valor original, correção, juros do contrato, juros por atraso, multa, despesas de cobrança\)$/) as string })
  expect(balanceOf(paid, '2026-04-09').components.at(-1)?.order?.[0]).toBe('default_interest')
})
