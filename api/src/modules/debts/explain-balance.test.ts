import { expect, test } from 'vitest'
import { PRODUCTS } from '@repactua/shared/contract/debts.ts'
import { balanceOf, tableOf } from '../../core/interest/balance.fixture.ts'
import type { DebtTerms } from '../../core/interest/balance.ts'
import { explainBalance } from './explain-balance.ts'

const sofa: DebtTerms = { principalCents: 98_000n, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [], regime: 'non_financial' }
const shop = { product: 'retail', dayCount: 'month_30' } as const
const textsOn = (debt: DebtTerms, asOf: string, told: Parameters<typeof explainBalance>[1] = shop) => explainBalance(balanceOf(debt, asOf), told).map(({ text }) => text.replaceAll('\u00a0', ' '))

test('says what each part is, with its rate and its time', () => {
  expect(textsOn(sofa, '2026-11-21')).toEqual(['Valor original da compra: R$ 980,00', 'Multa por atraso, 2% uma vez', 'Juros, 1% ao mês por 8 meses e 16 dias'])
})

test('the figures are those of the balance', () => {
  const balance = balanceOf(sofa, '2026-11-21')
  const explained = explainBalance(balance, shop).reduce((sum, { cents }) => sum + cents, 0)
  expect(explained).toBe(Number(balance.totalCents))
})

test.each([
  ['2026-03-11', '1 dia'],
  ['2026-03-12', '2 dias'],
  ['2026-04-09', '1 mês'],
  ['2026-04-10', '1 mês e 1 dia'],
  ['2026-05-09', '2 meses'],
])('on %s the interest has run for %s', (asOf, time) => {
  expect(textsOn(sofa, asOf).at(-1)).toBe(`Juros, 1% ao mês por ${time}`)
})

test('payments come last, and each stretch of interest has its own line', () => {
  const paid = { ...sofa, payments: [{ paidOn: '2026-04-09', cents: 20_000n }] }
  const texts = textsOn(paid, '2026-05-09')
  expect(texts.filter((text) => text === 'Juros, 1% ao mês por 1 mês')).toHaveLength(2)
  expect(texts.at(-1)).toBe('Você já pagou')
})

test('a debt that is not late is its original value, whatever the product', () => {
  for (const product of PRODUCTS) {
    const lines = explainBalance(balanceOf({ ...sofa, dueOn: '2027-01-10' }, '2026-11-21'), { ...shop, product })
    expect(lines.map(({ text }) => text)).toEqual([expect.stringMatching(/^Valor original d[ao] .+: R\$/)])
  }
})

test('correction, legal and compound interest are said as what they are', () => {
  const indices = { ...tableOf('selic', '2026-02', [1_050_000n, 1_060_000n]), ...tableOf('legal_interest', '2026-03', [605_306n, 676_227n]) }
  expect(textsOn({ ...sofa, indices, lateFeeBps: 0, defaultInterestMonthlyBps: 0, correctionIndex: 'selic' }, '2026-04-10').at(-1)).toBe('Correção monetária pela Selic, 1,07% no período')
  expect(textsOn({ ...sofa, indices, defaultInterestMonthlyBps: 0, interestMethod: 'legal' }, '2026-04-10').at(-1)).toBe('Juros pela taxa legal do Banco Central, 0,63% por 31 dias')
  expect(textsOn({ ...sofa, interestMethod: 'compound' }, '2026-05-09').at(-1)).toBe('Juros compostos, 1% ao mês por 2 meses')
})

test('the interest of the contract, fees and estimates are said in plain words', () => {
  const loan: DebtTerms = { ...sofa, contractInterest: { monthlyBps: 180, from: '2026-02-08', afterDue: true }, collectionFees: { bps: 500, clause: 'cláusula 8ª', work: 'carta' } }
  expect(textsOn(loan, '2026-04-09')).toEqual([
    'Valor original da compra: R$ 980,00', 'Juros do contrato, combinados até o vencimento, 1,8% ao mês por 1 mês', 'Juros do contrato, depois do vencimento, 1,8% ao mês por 1 mês',
    'Multa por atraso, 2% uma vez', 'Juros, 1% ao mês por 1 mês', 'Despesas de cobrança previstas no contrato, 5% uma vez',
  ])
  const compound: DebtTerms = { ...sofa, contractInterest: { monthlyBps: 180, yearlyBps: 2_387, from: '2026-02-08', method: 'compound' } }
  expect(textsOn(compound, '2026-03-10').at(-1)).toBe('Juros compostos do contrato, combinados até o vencimento, 1,8% ao mês por 1 mês')
  const waiting = balanceOf({ ...sofa, correctionIndex: 'ipca', indices: tableOf('ipca', '2026-01', [330_000n]) }, '2026-05-09', { projectIndices: true })
  expect(explainBalance(waiting, shop)[1]?.text).toBe('Correção monetária pelo IPCA, 0,65% no período (estimativa, porque o índice oficial ainda não saiu)')
})

test('what the law was before August 2024 is told as what the creditor counts', () => {
  const old: DebtTerms = { ...sofa, dueOn: '2024-07-31', lateFeeBps: 0, defaultInterestMonthlyBps: 0, interestMethod: 'legal', indices: { ...tableOf('selic', '2024-06', [790_000n, 910_000n]), ...tableOf('legal_interest', '2024-08', [605_306n, 676_227n]) } }
  expect(textsOn({ ...old, legalInterestHistory: 'selic' }, '2024-09-10').slice(1)).toEqual(['Juros pela Selic, até 29 de agosto de 2024, 0,88% por 30 dias', 'Juros pela taxa legal do Banco Central, 0,24% por 11 dias'])
  expect(textsOn({ ...old, legalInterestHistory: 'one_per_cent' }, '2024-09-10')[1]).toBe('Juros, 1% ao mês por 1 mês')
})

test('a year of 365 days is told in days, since its months are not of thirty', () => {
  expect(textsOn({ ...sofa, dayCount: 'year_365' }, '2026-11-21', { ...shop, dayCount: 'year_365' }).at(-1)).toBe('Juros, 1% ao mês por 256 dias, em ano de 365 dias')
})

test('what the law cut says so', () => {
  const card: DebtTerms = { ...sofa, product: 'card_revolving', regime: 'financial', contractInterest: { monthlyBps: 1_500, from: '2026-03-10', afterDue: true } }
  expect(textsOn(card, '2026-11-21')[1]).toBe('Juros do contrato, depois do vencimento, 15% ao mês por 8 meses e 16 dias, até o limite da lei: juros e encargos de cartão não passam do valor original')
  const falling: DebtTerms = { ...sofa, correctionIndex: 'ipca', payments: [{ paidOn: '2026-04-01', cents: 3_000n }], indices: tableOf('ipca', '2026-01', [500_000n, -2_000_000n]) }
  expect(textsOn(falling, '2026-04-30').filter((text) => text.startsWith('Correção')).at(-1)).toMatch(/no período, sem ficar abaixo do valor original$/)
})
