import { expect, test } from 'vitest'
import { monthInWords, outlookInWords } from './outlook-words.ts'

const outlook = { optionId: 'a', worstMonth: '2026-12', paymentCents: 100, leftCents: 64_000, spareCents: 14_000, missingCents: 0, belowMinimum: false, belowEssentials: false }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('what is left is said kindly, and what lacks without drama', () => {
  expect(plain(outlookInWords(outlook, 'installments'))).toBe('Sobram R$ 140,00 por mês')
  expect(plain(outlookInWords(outlook, 'cash'))).toBe('Sobram R$ 140,00 no mês do pagamento')
  expect(plain(outlookInWords({ ...outlook, belowMinimum: true, missingCents: 6_000 }, 'installments'))).toBe('Faltariam R$ 60,00 para o básico')
})

test('a month has its name', () => {
  expect(monthInWords('2027-03')).toBe('março de 2027')
})
