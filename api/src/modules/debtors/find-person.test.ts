import { expect, test } from 'vitest'
import { firstNameOf } from './find-person.ts'

test.each([
  ['MARIA DA SILVA', 'Maria'],
  ['Ana', 'Ana'],
  ['ÂNGELA SOUZA', 'Ângela'],
  ['McAllister Souza', 'McAllister'],
])('%s is greeted as %s', (name, first) => expect(firstNameOf(name)).toBe(first))
