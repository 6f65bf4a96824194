import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bankOf } from '../boleto/banks.ts'
import { BB_ACCOUNT, ITAU_ACCOUNT } from './cnab240.fixture.ts'
import { writeRemittance } from './write-remittance.ts'

const slips = [
  { number: 10035, dueOn: '2026-12-10', issuedOn: '2026-11-21', amountCents: 14_780n, fineBps: 200, dailyInterestCents: 4n, payer: { cpf: '52998224725', name: 'Marina Exemplo da Conceição', city: 'São Paulo', state: 'SP' }, message: 'Parcela 1 de 3' },
  { number: 10036, dueOn: '2027-01-10', issuedOn: '2026-11-21', amountCents: 123_456_789n, fineBps: 0, dailyInterestCents: 0n, payer: { cpf: '11144477735', name: 'João', city: null, state: null }, message: 'Parcela 2 de 3' },
]
const base = { holder: { cnpj: '12ABC34501DE35', name: 'Lojas Aurora Exemplo S.A.' }, sequence: 7, writtenOn: '2026-11-21', writtenAt: '120000', slips }

const written = (code: string) => writeRemittance({ ...base, bank: bankOf(code), account: code === '001' ? BB_ACCOUNT : ITAU_ACCOUNT })

test.each(['001', '341'])('bank %s: the file is its golden one, byte for byte', (code) => {
  const golden = readFileSync(new URL(`remittance-${code}.golden.rem`, import.meta.url), 'latin1')
  expect(written(code)).toBe(golden)
})

test.each(['001', '341'])('bank %s: ten records of 240 characters, numbered and counted', (code) => {
  const lines = written(code).split('\r\n')
  expect(lines.pop()).toBe('')
  expect(lines.map((line) => line.length)).toEqual(Array.from({ length: 10 }, () => 240))
  expect(lines.map((line) => line[7])).toEqual([...'0133333359'])
  expect(lines.slice(2, 8).map((line) => line.slice(8, 14))).toEqual(['00001P', '00002Q', '00003R', '00004P', '00005Q', '00006R'])
  expect(lines[8]!.slice(17, 46)).toBe('000008' + '000002' + '00000000123471569')
  expect(lines[9]!.slice(17, 29)).toBe('000001' + '000010')
})

test.each([['001', '1', '3'], ['341', '0', '0']])('bank %s: a fine and cents a day from the day after the due date, or neither', (code, daily, none) => {
  const [, , first, , firstMore, second, , secondMore] = written(code).split('\r\n')
  expect(first!.slice(117, 141)).toBe(daily + '11122026' + '000000000000004')
  expect(firstMore!.slice(65, 89)).toBe('2' + '11122026' + '000000000000200')
  expect(second!.slice(117, 141)).toBe(none + '0'.repeat(23))
  expect(secondMore!.slice(65, 89)).toBe('0'.repeat(24))
})

test('Banco do Brasil: contract, wallet and number where its manual has them', () => {
  const [header, , slip] = written('001').split('\r\n')
  expect(header!.slice(17, 72)).toBe('2' + '12ABC34501DE35' + '003432568001417019  ' + '01234' + '3' + '000000123456' + 'X' + ' ')
  expect(slip!.slice(17, 117)).toBe('01234' + '3' + '000000123456' + 'X' + ' ' + '34325680000010035   ' + '7   0' + '0000010035     ' + '10122026' + '000000000014780' + '00000 ' + '99' + 'N' + '21112026')
  expect(slip!.slice(223, 240)).toBe('0000' + '09' + '0000000000' + ' ')
})

test('Itaú: its digit stands alone, and the number has wallet and digit of its own', () => {
  const [header, , slip] = written('341').split('\r\n')
  expect(header!.slice(32, 72)).toBe(' '.repeat(20) + '00057' + ' ' + '000000012345' + ' ' + '7')
  expect(slip!.slice(37, 57)).toBe('109' + '00010035' + '2' + ' '.repeat(8))
  expect(slip!.slice(57, 77)).toBe('00000' + '00010035       ')
})
