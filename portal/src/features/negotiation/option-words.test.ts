import { expect, test } from 'vitest'
import { benefitsInWords, earlyPaymentInWords } from './option-words.ts'

const early = (daysBefore: number) => ({ earlyPayment: { discountBps: 500, daysBefore, installments: [], totalCents: 93_101 } })

test('paying early, by its total', () => {
  expect(earlyPaymentInWords(early(5))).toBe('Se você pagar cada parcela 5 dias antes, o total fica em R$\u00a0931,01.')
  expect(earlyPaymentInWords(early(1))).toContain('1 dia antes')
  expect(earlyPaymentInWords(early(0))).toContain('em dia')
  expect(earlyPaymentInWords({})).toBeNull()
})

test('benefits, a line each', () => {
  expect(benefitsInWords({ benefits: [{ text: 'Uma revisão grátis' }] })).toEqual(['Ao pagar tudo, você recebe: Uma revisão grátis.'])
  expect(benefitsInWords({})).toEqual([])
})
