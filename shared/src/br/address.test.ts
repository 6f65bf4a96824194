import { expect, test } from 'vitest'
import { formatAddress } from './address.ts'

const address = { street: 'Rua de Exemplo', number: '100', district: 'Centro', city: 'São Paulo', state: 'SP', postalCode: '01001000' }

test('an address in one line, with its complement where it has one', () => {
  expect(formatAddress(address)).toBe('Rua de Exemplo, 100, Centro, São Paulo/SP, CEP 01001-000')
  expect(formatAddress({ ...address, complement: 'sala 2' })).toBe('Rua de Exemplo, 100, sala 2, Centro, São Paulo/SP, CEP 01001-000')
})
