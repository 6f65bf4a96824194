import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPixKey, normalisePixKey } from './pix-key.ts'

test.each([
  ['529.982.247-25', '52998224725'],
  ['52998224725', '52998224725'],
  ['12.abc.345/01de-35', '12ABC34501DE35'],
  [' Financeiro@Exemplo.Test ', 'financeiro@exemplo.test'],
  ['+55 (11) 91234-5678', '+5511912345678'],
  ['+551134567890', '+551134567890'],
  ['123E4567-E12B-12D1-A456-426655440000', '123e4567-e12b-12d1-a456-426655440000'],
])('reads %s', (typed, key) => {
  expect(normalisePixKey(typed)).toBe(key)
})

test.each(['', '52998224724', '11912345678', '+5511812345678', '+5501912345678', 'a@b', 'a b@exemplo.test', `${'a'.repeat(70)}@exemplo.test`, '123e4567', '12ABC34501DE36'])(
  'refuses "%s"',
  (typed) => {
    expect(isPixKey(typed)).toBe(false)
  },
)

test('normalising twice changes nothing', () => {
  fc.assert(fc.property(fc.oneof(fc.uuid(), fc.emailAddress(), fc.string()), (typed) => {
    const key = normalisePixKey(typed)
    expect(key === null || normalisePixKey(key) === key).toBe(true)
  }))
})
