import { expect, test } from 'vitest'
import { readIdentityAnswer } from './read-identity-answer.ts'

const ANSWER = { birthDate: '1985-03-12', lastDigits: '725' }

test.each([
  '12/03/1985 725', '725 12/03/1985', '12-3-1985, 725', '12.03.1985 e 725', '12031985 725', '12 03 1985 725', '12 de março de 1985 e o CPF termina em 725', 'Nasci em 12/03/1985. CPF final 725.', '12/03/1985\n725',
  '12/03/1985 529.982.247-25', '12/03/1985 52998224725',
])('%s', (text) => expect(readIdentityAnswer(text)).toEqual(ANSWER))

test.each(['725', '12/03/1985', '31/02/1985 725', '12/03/85 725', '12/03/1985 25', '12/03/1985 725 726', 'quanto devo', '', '1'.repeat(2_000)])('%s is no answer', (text) => expect(readIdentityAnswer(text)).toBeNull())
