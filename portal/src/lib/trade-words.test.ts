import { expect, test } from 'vitest'
import { debtName, formatAddress } from './trade-words.ts'

test('a debt is named by its creditor, or by its product', () => {
  expect(debtName({ description: 'Cartão da loja', product: 'retail' })).toBe('Cartão da loja')
  expect(debtName({ description: null, product: 'energy' })).toBe('Conta de luz')
})

test('an address in one line', () => {
  const address = { street: 'Rua das Flores', number: '100', district: 'Centro', city: 'São Paulo', state: 'SP', postalCode: '01001000' }
  expect(formatAddress(address)).toBe('Rua das Flores, 100, Centro, São Paulo/SP, CEP 01001-000')
})
