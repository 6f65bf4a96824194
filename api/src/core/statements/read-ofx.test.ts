import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { readOfx } from './read-ofx.ts'
import { ofxFile, type Movement } from './statements.fixture.ts'

const golden = (name: string) => readFileSync(new URL(name, import.meta.url))

function read(bytes: Uint8Array) {
  const text = decodeText(bytes)
  return text.ok ? readOfx(text.value) : text
}

const readText = (text: string) => read(new TextEncoder().encode(text))

test('SGML in Latin-1: header in one line, open fields, empty fields, comma and debits without a minus', () => {
  const account = '0999/1234/56789-0'
  expect(read(golden('bank-sgml.golden.ofx'))).toEqual({
    ok: true,
    value: [
      { line: 31, account, postedOn: '2026-11-19', amountCents: 36_108n, bankReference: '20261119001', description: 'PIX RECEBIDO JOÃO EXEMPLO DA CONCEIÇÃO & FILHOS', reference: null, payerDocument: null },
      { line: 39, account, postedOn: '2026-11-19', amountCents: -1_290n, bankReference: '20261119002', description: 'TARIFA DE MANUTENÇÃO', reference: null, payerDocument: null },
      { line: 47, account, postedOn: '2026-11-20', amountCents: -125_000n, bankReference: '20261120001', description: 'PAGAMENTO FORNECEDOR EXEMPLO', reference: null, payerDocument: null },
    ],
  })
})

test('XML in UTF-8: closed fields, entities, CDATA, a payee', () => {
  const lines = read(golden('bank-xml.golden.ofx'))
  expect(lines.ok && lines.value.map(({ line, postedOn, amountCents, description, bankReference }) => [line, postedOn, amountCents, description, bankReference?.slice(-2)])).toEqual([
    [13, '2026-11-18', 108_323n, 'Transferência recebida pelo Pix - MARINA EXEMPLO - •••.982.247-•• - BANCO A & B', 'ab'],
    [18, '2026-11-19', 5_000n, 'Loja de Exemplo TED <12.345>', 'ac'],
    [22, '2026-11-20', -8_990n, '', 'ad'],
  ])
})

const file = ofxFile([{ bankReference: 'A1', description: 'Pix' }, { bankReference: 'A2' }])
const cut = (at: string) => file.slice(0, file.indexOf(at))

test.each([
  ['nothing', '', 'not_a_statement', 1],
  ['a page of HTML', '<html><body>Entre de novo</body></html>', 'not_a_statement', 1],
  ['no account in it', '<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>', 'not_a_statement', 1],
  ['cut off behind a movement', cut('</BANKTRANLIST>'), 'cut_off', 26],
  ['cut off within a tag', cut('RANLIST>\n</STMTRS>'), 'wrong_tag', 27],
  ['cut off at the end', cut('</OFX>'), 'cut_off', 28],
  ['a movement that was not closed', file.replace('</STMTTRN>\n', ''), 'wrong_tag', 26],
  ['a closing tag of nothing', file.replace('<STMTTRN>', '</NAME>'), 'wrong_tag', 14],
  ['a field twice', file.replace('<FITID>A1', '<FITID>A1\n<FITID>A3'), 'wrong_tag', 19],
  ['a day that is none', file.replace('20261120', '20260231'), 'wrong_field', 14],
  ['no amount', file.replace('<TRNAMT>1.00', ''), 'wrong_field', 14],
  ['thousands or decimals, nobody knows', file.replaceAll('<TRNAMT>1.00', '<TRNAMT>150.000'), 'wrong_field', 14],
  ['amounts in two ways', file.replace('<TRNAMT>1.00', '<TRNAMT>1,00'), 'wrong_field', 14],
  ['dollars', file.replace('BRL', 'USD'), 'other_currency', 6],
  ['no account number', file.replace('<ACCTID>56789-0', ''), 'wrong_field', 6],
  ['a control character', file.replace('Pix', 'P\u0000ix'), 'wrong_character', 19],
  ['movements behind the end', `${file}<OFX></OFX>`, 'wrong_tag', 30],
])('%s is refused with its line', (_name, text, reason, line) => {
  const answer = readText(text)
  expect(answer.ok ? [] : answer.error.slice(0, 1).map((broken) => [broken.reason, broken.line])).toEqual([[reason, line]])
})

test('what banks write around a statement does no harm', () => {
  const plain = readText(file)
  expect(plain).toMatchObject({ ok: true, value: [{ bankReference: 'A1' }, { bankReference: 'A2' }] })
  const values = (text: string) => {
    const answer = readText(text)
    return answer.ok ? answer.value.map(({ line: _, ...rest }) => rest) : answer.error
  }
  for (const variant of [`\ufeff${file}`, file.replaceAll('\n', '\r\n'), file.slice(file.indexOf('<OFX>')), file.replaceAll('\n', ''), `${file}\r\n\u001a`, file.toLowerCase().replaceAll('a1', 'A1').replaceAll('a2', 'A2').replace('pix', 'Pix')]) {
    expect(values(variant)).toEqual(values(file))
  }
  const empty = file.replace('<REFNUM>', '').replace('<FITID>A1', '<CHECKNUM>\n<FITID>A1\n<NAME></NAME>')
  expect(values(empty)).toEqual(values(file))
})

const text = fc.stringMatching(/^[\w çÃé&<>.,;/-]{0,60}$/).map((some) => some.trim().replace(/\s+/g, ' '))
const movement: fc.Arbitrary<Movement> = fc.record({
  postedOn: fc.integer({ min: 0, max: 27 }).map((day) => `2026-02-${String(day + 1).padStart(2, '0')}`),
  amountCents: fc.bigInt(-(10n ** 12n), 10n ** 12n),
  bankReference: fc.stringMatching(/^[1-9][0-9A-Za-z-]{0,40}$/),
  description: text,
})

test('what is printed is what is read, in every shape', () => {
  fc.assert(fc.property(fc.array(movement, { maxLength: 30 }), fc.boolean(), fc.boolean(), (movements, xml, comma) => {
    const answer = readText(ofxFile(movements, { xml, comma }))
    expect(answer.ok ? answer.value.map(({ postedOn, amountCents, bankReference, description }) => ({ postedOn, amountCents, bankReference, description })) : answer.error).toEqual(movements)
  }))
})

test('a file cut off anywhere before its end is refused', () => {
  const end = file.lastIndexOf('</OFX>')
  fc.assert(fc.property(fc.integer({ min: 0, max: end + '</OFX>'.length - 1 }), (at) => { expect(readText(file.slice(0, at)).ok).toBe(false) }))
})

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => { read(bytes) }))
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (some) => { readText(`<OFX>${some}</OFX>`) }))
})
