import { expect, test } from 'vitest'
import { readMonth } from './read-month.ts'

test('a month is read as people type it; nobody need depend on them', () => {
  expect(readMonth({ income: '1.500', essentials: 'R$ 980,50', dependants: '' })).toEqual({ month: { incomeCents: 150_000, essentialsCents: 98_050, dependants: 0 } })
  expect(readMonth({ income: '0', essentials: '0', dependants: ' 3 ' })).toMatchObject({ month: { dependants: 3 } })
})

test.each([
  [{ income: '', essentials: '10', dependants: '' }, ['income']],
  [{ income: 'muito', essentials: '-5', dependants: '' }, ['income', 'essentials']],
  [{ income: '10', essentials: '10', dependants: '21' }, ['dependants']],
  [{ income: '10', essentials: '10', dependants: 'dois' }, ['dependants']],
])('%j says what to mend', (typed, fields) => {
  const read = readMonth(typed)
  expect('mistakes' in read && read.mistakes.map(({ fieldId }) => fieldId)).toEqual(fields)
})
