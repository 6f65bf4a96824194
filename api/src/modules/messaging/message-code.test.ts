import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKeys } from '../../platform/crypto/keys.ts'
import { readToken, showCode, tokenOf } from './message-code.ts'

const keys = createKeys({ encryption: [{ version: 1, key: randomBytes(32) }], index: randomBytes(32), audit: randomBytes(32) })

test('a token gives its code back, for its own use alone', () => {
  const token = tokenOf(keys, 'message-link', '7QKDM2XR')
  expect(token).toMatch(/^7QKDM2XR[\w-]{10}$/)
  expect(readToken(keys, 'message-link', token)).toBe('7QKDM2XR')
  expect(readToken(keys, 'unsubscribe', token)).toBeNull()
})

test.each(['', '7QKDM2XR', '7QKDM2XRAAAAAAAAAA', 'x'.repeat(18), '7QKDM2XR\u00e9AAAAAAAAA'])('%j is none', (token) => {
  expect(readToken(keys, 'message-link', token)).toBeNull()
})

test('a code is read in two halves', () => {
  expect(showCode('7QKDM2XR')).toBe('7QKD-M2XR')
})
