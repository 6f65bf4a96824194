import { expect, test } from 'vitest'
import { readRows, type Columns } from './read-rows.ts'
import { amountStyleOf, readAmount, readDay } from './read-values.ts'

const columns: Columns = { date: 'Data', amount: 'Valor', description: 'Histórico', reference: null, payer: 'CPF/CNPJ' }
const rows = (...lines: string[]) => lines.map((text, i) => ({ line: i + 1, fields: text.split(';') }))
const HEADER = 'Data;Histórico;Valor;CPF/CNPJ;Saldo'
const read = (...lines: string[]) => readRows(rows(...lines), columns, 'conta 1')

test('rows below the header are movements, what stands above it is passed over', () => {
  expect(read('Banco de Exemplo', 'Período;01/11/2026', HEADER.toUpperCase(), '20/11/2026;PIX;1.234,56;529.982.247-25;1,00', ' ; ;;;', '20/11/2026;TARIFA;-1,00;;0,00')).toEqual({
    ok: true,
    value: [
      { line: 4, account: 'conta 1', postedOn: '2026-11-20', amountCents: 123_456n, bankReference: null, description: 'PIX', reference: null, payerDocument: '529.982.247-25' },
      { line: 6, account: 'conta 1', postedOn: '2026-11-20', amountCents: -100n, bankReference: null, description: 'TARIFA', reference: null, payerDocument: null },
    ],
  })
})

test.each([
  ['no such columns', ['Dia;Valor', '20/11/2026;1,00'], [[1, 'column_missing', 'Data'], [1, 'column_missing', 'Histórico'], [1, 'column_missing', 'CPF/CNPJ']]],
  ['nothing', [], [[1, 'column_missing', 'Data'], [1, 'column_missing', 'Valor'], [1, 'column_missing', 'Histórico'], [1, 'column_missing', 'CPF/CNPJ']]],
  ['a row that is cut off', [HEADER, '20/11/2026;PIX;1,00;;0', '20/11/20'], [[3, 'wrong_columns', undefined]]],
  ['a day that is none', [HEADER, '31/02/2026;PIX;1,00;;0'], [[2, 'wrong_field', 'Data']]],
  ['no amount', [HEADER, '20/11/2026;PIX;;;0'], [[2, 'wrong_field', 'Valor']]],
  ['amounts in two ways', [HEADER, '20/11/2026;PIX;1,00;;0', '20/11/2026;PIX;1.00;;0'], [[2, 'wrong_field', 'Valor'], [3, 'wrong_field', 'Valor']]],
])('%s: refused with its lines', (_name, lines, broken) => {
  const answer = read(...lines)
  expect(answer.ok ? [] : answer.error.map(({ line, reason, field }) => [line, reason, field])).toEqual(broken)
})

test.each([
  ['1.234,56', 123_456n], ['1234,5', 123_450n], ['-0,01', -1n], ['0,01-', -1n], ['R$ 12,00', 1_200n], ['-R$ 12,00', -1_200n], ['R$ -12,00', -1_200n], ['12,00 D', -1_200n], ['12,00C', 1_200n], ['+7', 700n],
  ['1234.56', 123_456n], ['1234.5', 123_450n], ['-12.00', -1_200n],
  ['1.234', null], ['1,234.56', null], ['1.23.456,00', null], ['1,2,3', null], ['', null], ['-', null], ['--1', null], ['-1,00-', null], ['1e3', null], ['10000000000,01', null],
])('%s is %s', (text, cents) => {
  const style = amountStyleOf([text])
  expect(style && readAmount(text, style)).toBe(cents)
})

test.each([['2026-11-20', '2026-11-20'], ['20/11/2026', '2026-11-20'], ['20.11.2026', '2026-11-20'], ['11/20/2026', null], ['20/11/26', null], ['1889-01-01', null], ['hoje', null]])('%s is the day %s', (text, day) => expect(readDay(text)).toBe(day))
