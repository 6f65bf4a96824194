import { expect, test } from 'vitest'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { benefitsInWords, earlyPaymentInWords, sharedLines } from './option-words.ts'

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

test('what every option gives is said once, what some give stays with them', () => {
  const [coupon, freight] = [{ text: 'um cupom' }, { text: 'frete grátis' }]
  const option = (...benefits: { text: string }[]) => ({ benefits }) as OfferOption
  expect(sharedLines([option(coupon, freight), option(coupon)])).toEqual(['Ao pagar tudo, você recebe: um cupom.'])
  expect(sharedLines([option(coupon), option()])).toEqual([])
  expect(sharedLines([option(coupon)]), 'nothing is repeated where there is one option').toEqual([])
})
