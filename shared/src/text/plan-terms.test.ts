import { expect, test } from 'vitest'
import { lateChargesInWords, payingAheadInWords } from './plan-terms.ts'

test('paying early is told with what it takes off, whatever that is', () => {
  const right = 'Você pode pagar antes, no todo ou em parte'
  const earlyPayment = { discountBps: 500, daysBefore: 5 }
  expect(payingAheadInWords({ interestCents: 0, downPaymentCents: 0 })).toBe(`${right}. Como não há juros, o valor é o mesmo.`)
  expect(payingAheadInWords({ interestCents: 1n, downPaymentCents: 0n })).toBe(`${right}, com redução proporcional dos juros (CDC, art. 52, §2º).`)
  expect(payingAheadInWords({ interestCents: 0, downPaymentCents: 0, earlyPayment })).toBe(`${right}. Cada parcela paga até 5 dias antes do vencimento tem 5% de desconto.`)
  expect(payingAheadInWords({ interestCents: 1, downPaymentCents: 10_000, earlyPayment: { discountBps: 250, daysBefore: 0 } })).toBe(`${right}, com redução proporcional dos juros (CDC, art. 52, §2º). Cada parcela paga até o vencimento tem 2,5% de desconto; a entrada não. Vale o que reduzir mais.`)
})

test('late charges that are none are not told as percentages', () => {
  expect(lateChargesInWords({ lateFeeBps: 200, defaultInterestMonthlyBps: 100 })).toBe('Uma parcela atrasada tem multa de 2%, uma vez, e juros de 1% ao mês, por dia de atraso.')
  expect(lateChargesInWords({ lateFeeBps: 0, defaultInterestMonthlyBps: 100 })).toBe('Uma parcela atrasada tem juros de 1% ao mês, por dia de atraso.')
  expect(lateChargesInWords({ lateFeeBps: 0, defaultInterestMonthlyBps: 0 })).toBe('Uma parcela atrasada não tem multa nem juros.')
})
