import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCipher } from './cipher.ts'

const first = { version: 1, key: randomBytes(32) }
const second = { version: 2, key: randomBytes(32) }

test('opens what it sealed, and never seals alike twice', () => {
  const cipher = createCipher([first])
  const sealed = cipher.seal('João da Conceição')
  expect(cipher.open(sealed)).toBe('João da Conceição')
  expect(cipher.seal('João da Conceição').equals(sealed)).toBe(false)
})

test('a newer key seals while the older one still opens', () => {
  const old = createCipher([first]).seal('52998224725')
  const rotated = createCipher([first, second])
  expect(rotated.open(old)).toBe('52998224725')
  expect(rotated.seal('x')[0]).toBe(2)
})

test('a changed bit is refused', () => {
  const cipher = createCipher([first])
  const sealed = cipher.seal('52998224725')
  sealed[sealed.length - 1]! ^= 1
  expect(() => cipher.open(sealed)).toThrow()
})

test('a lost key is named by its version', () => {
  expect(() => createCipher([second]).open(createCipher([first]).seal('x'))).toThrow('version 1')
})
