import { expect, test } from 'vitest'
import { planInWords, planName, usualInstallmentCents } from './plan-words.ts'

const plan = (...amounts: number[]) => ({ kind: 'installments' as const, installments: amounts.map((amountCents) => ({ amountCents })) })
const cash = { kind: 'cash' as const, installments: [{ amountCents: 64994 }] }

test('names', () => {
  expect(planName(cash)).toBe('À vista')
  expect(planName(plan(100, 100, 100))).toBe('3 vezes')
  expect(planName({ ...plan(500, 100, 100), downPaymentCents: 500 })).toBe('Entrada e mais 2 vezes')
  expect(planName({ ...plan(500, 100), downPaymentCents: 500 })).toBe('Entrada e mais 1 vez')
})

test('the usual installment is the most frequent', () => {
  expect(usualInstallmentCents(plan(8995, 8990, 8990))).toBe(8990)
  expect(usualInstallmentCents(plan(500, 100))).toBe(100)
})

test('the whole plan in words', () => {
  expect(planInWords(cash)).toBe('À vista, R$\u00a0649,94')
  expect(planInWords(plan(8990, 8990))).toBe('2 de R$\u00a089,90')
  expect(planInWords(plan(8991, 8990, 8990))).toBe('1 de R$\u00a089,91 e 2 de R$\u00a089,90')
  expect(planInWords({ ...plan(20000, 8990, 8990), downPaymentCents: 20000 })).toBe('Entrada de R$\u00a0200,00 e 2 de R$\u00a089,90')
})

test('more than a few amounts are told by their least and their largest', () => {
  expect(planInWords(plan(900, 1000, 980, 960, 940))).toBe('5 parcelas, de R$\u00a09,00 a R$\u00a010,00')
  expect(planInWords({ ...plan(5000, 900, 1000, 980, 960), downPaymentCents: 5000 })).toBe('Entrada de R$\u00a050,00 e 4 parcelas, de R$\u00a09,00 a R$\u00a010,00')
})

test('installments that fall are told by their ends, and weighed by the first', () => {
  expect(planInWords(plan(26000, 25750, 25500))).toBe('3 parcelas que diminuem, de R$\u00a0260,00 a R$\u00a0255,00')
  expect(planInWords({ ...plan(10000, 26000, 25750, 25500), downPaymentCents: 10000 })).toBe('Entrada de R$\u00a0100,00 e 3 parcelas que diminuem, de R$\u00a0260,00 a R$\u00a0255,00')
  expect(usualInstallmentCents(plan(26000, 25750, 25500))).toBe(26000)
})
