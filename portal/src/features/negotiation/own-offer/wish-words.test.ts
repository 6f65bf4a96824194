import { expect, test } from 'vitest'
import { wishInWords, worksInWords } from './wish-words.ts'

const plain = (text: string) => text.replace(/\s/g, ' ')

test.each([
  [5_000, null, 'R$ 50,00 por mês'],
  [5_000, 20_000, 'R$ 50,00 por mês, com R$ 200,00 de entrada'],
  [null, 60_000, 'R$ 600,00 de uma vez'],
])('%s a month and %s at first', (monthlyCents, downPaymentCents, words) => {
  expect(plain(wishInWords({ monthlyCents, downPaymentCents }))).toBe(words)
})

test('what would be taken says how often', () => {
  expect(plain(worksInWords({ monthlyCents: 3_000, downPaymentCents: 0, count: 30 }))).toBe('R$ 30,00 por mês, em 30 vezes')
  expect(plain(worksInWords({ monthlyCents: 0, downPaymentCents: 58_800, count: 1 }))).toBe('R$ 588,00 de uma vez')
})
