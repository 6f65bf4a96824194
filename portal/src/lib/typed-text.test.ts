import { expect, test } from 'vitest'
import { maskTypedCpf, typedCode } from './typed-text.ts'

test.each([
  ['', ''],
  ['529', '529'],
  ['5299', '529.9'],
  ['529982', '529.982'],
  ['5299822', '529.982.2'],
  ['529982247', '529.982.247'],
  ['5299822472', '529.982.247-2'],
  ['529.982.247-25', '529.982.247-25'],
  ['529982247259', '529.982.247-25'],
])('CPF typed as %j is shown as %j', (typed, shown) => {
  expect(maskTypedCpf(typed)).toBe(shown)
})

test('a pasted code keeps its six digits', () => {
  expect(typedCode(' 123 456 ')).toBe('123456')
  expect(typedCode('1234567')).toBe('123456')
})
