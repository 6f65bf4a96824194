import { expect, test } from 'vitest'
import { normaliseSentence } from './normalise-sentence.ts'
import { readSpokenDay } from './read-spoken-day.ts'

// A Saturday.
const TODAY = '2026-11-21'

test.each([
  ['hoje', '2026-11-21'],
  ['amanhã', '2026-11-22'],
  ['depois de amanhã', '2026-11-23'],
  ['sexta', '2026-11-27'],
  ['segunda-feira', '2026-11-23'],
  ['terça que vem', '2026-11-24'],
  ['dia 21', '2026-11-21'],
  ['dia 20', '2026-12-20'],
  ['dia 30', '2026-11-30'],
  ['10/12', '2026-12-10'],
  ['10-12', '2026-12-10'],
  ['5/1', '2027-01-05'],
  ['05/01/27', '2027-01-05'],
  ['05/01/2027', '2027-01-05'],
  ['10 de dezembro', '2026-12-10'],
  ['dia 1 de março', '2027-03-01'],
  ['sexta, dia 27', '2026-11-27'],
])('%s is %s', (sentence, day) => expect(readSpokenDay(normaliseSentence(sentence), TODAY)).toEqual({ day }))

test.each(['sábado', 'dia 31', '31/02', '10/13', '10/12/2020', 'dia 10 ou dia 15', 'sexta ou segunda', 'fim do mês', 'semana que vem', '5º dia útil', 'quando eu receber', 'lá por volta do dia 10', 'sexta, dia 30'])('%s is not held to a guess', (sentence) => {
  expect(readSpokenDay(normaliseSentence(sentence), TODAY)).toBe('unclear')
})

test.each(['segunda via', 'quinta parcela', 'um dia desses', '1', 'em 10x', 'oi'])('%s says no day', (sentence) => expect(readSpokenDay(normaliseSentence(sentence), TODAY)).toBeNull())
