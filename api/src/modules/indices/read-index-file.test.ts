import { expect, test } from 'vitest'
import { readIndexFile } from './read-index-file.ts'

const monthsOf = (text: string) => {
  const read = readIndexFile(text)
  return read.ok ? read.value.map(({ month, percent }) => [month, percent]) : read.error.map(({ pointer, code }) => [pointer, code])
}

test.each([
  ['JSON of the SGS', '[{"data":"01/08/2024","valor":"0,605306"},{"data":"01/09/2024","valor":"0.676227"}]'],
  ['CSV of the SGS', '\ufeff"data";"valor"\r\n"01/08/2024";"0,605306"\r\n"01/09/2024";"0,676227"\r\n'],
  ['CSV by month', 'month,percent\n2024-08,0.605306\n\n2024-09,0.676227'],
  ['CSV without a header', '08/2024;0,605306\n2024-09-01;0,676227'],
])('%s', (_name, text) => {
  expect(monthsOf(text)).toEqual([['2024-08', '0.605306'], ['2024-09', '0.676227']])
})

test.each([
  ['a month that is none', '2024-13,0.1', [['/1', 'wrong_format']]],
  ['a line of words', 'month,percent\nsetembro,0.1', [['/2', 'wrong_format']]],
  ['nothing', ' \n', [['', 'required']]],
  ['JSON that is cut off', '[{"data":"01/08/2024"', [['', 'invalid_json']]],
  ['JSON of something else', '[null, 3]', [['/0', 'wrong_format'], ['/1', 'wrong_format']]],
])('refuses %s with its place', (_name, text, errors) => {
  expect(monthsOf(text)).toEqual(errors)
})
