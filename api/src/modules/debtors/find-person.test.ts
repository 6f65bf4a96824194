import { expect, test } from 'vitest'
import { firstNameOf, mostAgreed } from './find-person.ts'

test.each([
  ['MARIA DA SILVA', 'Maria'],
  ['Ana', 'Ana'],
  ['ÂNGELA SOUZA', 'Ângela'],
  ['McAllister Souza', 'McAllister'],
  ["SANT'ANA-MARIA DOS SANTOS", "Sant'ana-maria"],
  ['https://exemplo.test/entrar Ana', 'https'],
  ['0800-123-4567 Ligue', 'Ligue'],
  ['a'.repeat(100), 'a'.repeat(30)],
])('%s is greeted as %s', (name, first) => expect(firstNameOf(name)).toBe(first))

test.each([
  [[], null],
  [['old@exemplo.test', 'new@exemplo.test'], 'old@exemplo.test'],
  [['old@exemplo.test', 'both@exemplo.test', 'both@exemplo.test'], 'both@exemplo.test'],
])('of %j the code goes to %s', (contacts, contact) => expect(mostAgreed(contacts)).toBe(contact))
