import { expect, test } from 'vitest'
import { maskTypedCpf, typedCode, typedVerificationCode } from './typed-text.ts'

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

test.each(['7QKD-M2XR-9HTC', '7qkd-m2xr-9htc', '7qkdm2xr9htc', ' 7qkd m2xr 9htc. ', '7QKD–M2XR–9HTC'])('verification code typed as %j', (typed) => {
  expect(typedVerificationCode(typed)).toBe('7QKD-M2XR-9HTC')
})

test('a wrong verification code stays what it is', () => {
  expect(typedVerificationCode('abc')).toBe('ABC')
  expect(typedVerificationCode(' - ')).toBe('')
})
