import { expect, test } from 'vitest'
import { findBrokenText } from './broken-text.ts'

test.each([
  ['a NUL', { name: 'a\u0000b' }, '/name'],
  ['a first half alone', { rules: [{ name: 'ok' }, { name: 'a\ud83d' }] }, '/rules/1/name'],
  ['a second half alone', ['\udc00'], '/0'],
  ['a name with slashes', { 'a/b~c': '\u0000' }, '/a~1b~0c'],
])('finds %s', (_name, body, pointer) => {
  expect(findBrokenText(body)).toBe(pointer)
})

test.each([['whole text', { name: 'Olá 👋', tab: '\t\n' }], ['no body', undefined], ['numbers', { a: 1, b: null, c: true }]])('lets %s pass', (_name, body) => {
  expect(findBrokenText(body)).toBeNull()
})

test('a body of a hundred thousand levels does not exhaust the stack', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`)
  expect(findBrokenText(deep)).toBe('/0'.repeat(100_000))
})
