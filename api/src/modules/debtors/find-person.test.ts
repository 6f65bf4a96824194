import { expect, test } from 'vitest'
import { firstNameOf, mostAgreed } from './find-person.ts'

test.each([
  ['MARIA DA SILVA', 'Maria'],
  ['Ana', 'Ana'],
  ['ÂNGELA SOUZA', 'Ângela'],
  ['McAllister Souza', 'McAllister'],
])('%s is greeted as %s', (name, first) => expect(firstNameOf(name)).toBe(first))

test.each([
  [[], null],
  [['old@exemplo.test', 'new@exemplo.test'], 'old@exemplo.test'],
  [['old@exemplo.test', 'both@exemplo.test', 'both@exemplo.test'], 'both@exemplo.test'],
])('of %j the code goes to %s', (contacts, contact) => expect(mostAgreed(contacts)).toBe(contact))
