import { expect, test } from 'vitest'
import { debtName } from './trade-words.ts'

test('a debt is named by its creditor, or by its product', () => {
  expect(debtName({ description: 'Cartão da loja', product: 'retail' })).toBe('Cartão da loja')
  expect(debtName({ description: null, product: 'energy' })).toBe('Conta de luz')
})
