import { expect, test } from 'vitest'
import { maskEmail, maskPhone } from './mask-address.ts'

test('an address is known to its owner alone', () => {
  expect(maskEmail('marina@exemplo.test')).toBe('m•••@exemplo.test')
  expect(maskEmail('a@exemplo.test')).toBe('a•••@exemplo.test')
  expect(maskPhone('+5511912344321')).toBe('(11) •••••-4321')
  expect(maskPhone('+5540041234')).toBe('••••-1234')
})
