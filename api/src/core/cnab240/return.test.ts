import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BB_ACCOUNT, ITAU_ACCOUNT, returnFile } from './cnab240.fixture.ts'
import { readReturn } from './read-return.ts'

const CNPJ = '12ABC34501DE35'
const PAID = { number: 10035, code: '06', amountCents: 14_780n, paidCents: 14_780n, occurredOn: '2026-11-20', creditedOn: '2026-11-21' }
const whole = returnFile('001', BB_ACCOUNT, CNPJ, [PAID, { number: 10036, code: '03', amountCents: 5n, reasons: '0848' }])
const change = (line: number, edit: (text: string) => string): string => whole.split('\r\n').map((text, i) => (i === line - 1 ? edit(text) : text)).join('\r\n')

test('what a bank says happened', () => {
  expect(readReturn(whole)).toEqual({
    ok: true,
    value: {
      bankCode: '001', holderId: CNPJ, agency: '1234', account: '123456', sequence: 7, writtenOn: '2026-11-22',
      occurrences: [
        { line: 3, code: '06', ownNumber: '34325680000010035', paidCents: 14_780n, addedCents: 0n, feeCents: 235n, reasons: [], occurredOn: '2026-11-20', creditedOn: '2026-11-21' },
        { line: 5, code: '03', ownNumber: '34325680000010036', paidCents: 0n, addedCents: 0n, feeCents: 235n, reasons: ['08', '48'], occurredOn: '2026-11-21', creditedOn: null },
      ],
    },
  })
})

test.each([
  ['one place too few', change(3, (text) => text.slice(1)), { line: 3, reason: 'wrong_length' }],
  ['one byte too many, as UTF-8 has for an accent', change(2, (text) => text.replace('LOJAS', 'LOJÃ\u0083S')), { line: 2, reason: 'wrong_length' }],
  ['a byte that Latin-1 has no letter for', change(2, (text) => text.replace('LOJAS', 'LOJ\u0083S')), { line: 2, reason: 'wrong_character' }],
  ['cut off', whole.split('\r\n').slice(0, 5).join('\r\n'), { line: 5, reason: 'cut_off' }],
  ['a line missing inside', whole.split('\r\n').toSpliced(4, 2).join('\r\n'), { line: 6, reason: 'wrong_count' }],
  ['a batch that counts wrongly', change(7, (text) => text.replace('000006', '000007')), { line: 7, reason: 'wrong_count' }],
  ['a remittance', change(1, (text) => `${text.slice(0, 142)}1${text.slice(143)}`), { line: 1, reason: 'no_return_file' }],
  ['a record of another bank', change(4, (text) => `341${text.slice(3)}`), { line: 4, reason: 'other_bank' }],
  ['letters in an amount', change(4, (text) => `${text.slice(0, 80)}X${text.slice(81)}`), { line: 4, reason: 'wrong_field', field: 'paid' }],
  ['a T without its U', change(4, (text) => `${text.slice(0, 13)}Y${text.slice(14)}`), { line: 3, reason: 'segment_missing', field: 'U' }],
  ['nothing', '', { line: 1, reason: 'wrong_length' }],
])('refused whole: %s', (_name, text, finding) => {
  const read = readReturn(text)
  expect(read.ok ? [] : read.error).toContainEqual(finding)
})

test.each([['LF alone', whole.replaceAll('\r\n', '\n')], ['no line end at the end', whole.slice(0, -2)], ['an end-of-file mark', `${whole}\x1a`], ['accents in Latin-1', change(2, (text) => text.replace('LOJAS', 'LÓJÃS'))]])('taken: %s', (_name, text) => expect(readReturn(text).ok).toBe(true))

test('whatever banks tell reads back', () => {
  const slip = fc.record({ number: fc.nat(99_999_999), code: fc.constantFrom('02', '06', '17'), amountCents: fc.bigInt(1n, 10n ** 14n), paidCents: fc.bigInt(0n, 10n ** 14n) })
  fc.assert(fc.property(fc.array(slip, { maxLength: 5 }), fc.boolean(), (slips, atItau) => {
    const read = readReturn(returnFile(atItau ? '341' : '001', atItau ? ITAU_ACCOUNT : BB_ACCOUNT, CNPJ, slips))
    expect(read.ok && read.value.occurrences.map(({ code, paidCents }) => ({ code, paidCents }))).toEqual(slips.map(({ code, paidCents }) => ({ code, paidCents })))
  }))
})

test('no text makes the reader throw', () => {
  const line = fc.stringMatching(/^[ -~]{0,260}$/)
  fc.assert(fc.property(fc.array(line, { maxLength: 6 }), (lines) => void readReturn(lines.join('\r\n'))))
})
