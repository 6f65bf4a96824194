import { expect, test } from 'vitest'
import { brokenBraces, fillIn, placeholdersOf, splitAtPlaceholders } from './placeholders.ts'

test('names are told once, in their order', () => {
  expect(placeholdersOf('{{b}} e {{a}} e {{b}}')).toEqual(['b', 'a'])
  expect(splitAtPlaceholders('Olá, {{a}}.')).toEqual(['Olá, ', 'a', '.'])
})

test('what stands in a value is not read again', () => {
  expect(fillIn('{{a}} {{b}}', (name) => (name === 'a' ? '{{b}}' : '$& fim'))).toBe('{{b}} $& fim')
})

test.each(['{{ a }}', '{{A}}', '{{a}', '{{{a}}}', '{{a.b}}', 'a}}'])('%s is broken', (text) => expect(brokenBraces(text)).toBe(true))
test('one that is whole is not', () => expect(brokenBraces('{a} {{a}} {{dueOn}}')).toBe(false))
