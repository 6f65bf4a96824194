import { expect, test } from 'vitest'
import { cluesOf } from './clues.rules.ts'

const E2E = 'E18236120202611201530s0123456789'
const TXID = '2rk3a7c0z1v5m8q9w4e6t7y8u'
const line = (description: string, rest: object = {}) => ({ line: 1, account: 'a', postedOn: '2026-11-20', amountCents: 100n, bankReference: null, reference: null, payerDocument: null, description, ...rest })

test.each([
  ['a Pix with its id', `PIX RECEBIDO ${E2E} MARINA`, { endToEndId: E2E, txids: [], isPix: true }],
  ['in small letters', `pix ${E2E.toLowerCase()}`, { endToEndId: `E${E2E.slice(1).toLowerCase()}` }],
  ['two ids', `${E2E} ${E2E.replace('s', 'x')}`, { endToEndId: null, txids: [] }],
  ['a txid', `Pix recebido ${TXID}`, { endToEndId: null, txids: [TXID] }],
  ['a short word is no txid', `Pix ${TXID.slice(1)}`, { txids: [] }],
  ['a CPF', 'TED MARINA EXEMPLO 529.982.247-25', { document: '52998224725', isPix: false }],
  ['a CPF without its mask', 'TED 52998224725 MARINA', { document: '52998224725' }],
  ['the same CPF twice', '529.982.247-25 52998224725', { document: '52998224725' }],
  ['wrong check digits', 'TED 529.982.247-26', { document: null }],
  ['a hidden CPF', 'Pix •••.982.247-•• ***.982.247-**', { document: null }],
  ['two people', '529.982.247-25 e 111.444.777-35', { document: null }],
  ['digits of something longer', 'DOC 1529982247250', { document: null }],
])('%s', (_name, description, clues) => expect(cluesOf(line(description))).toMatchObject(clues))

test('a column of documents is believed, with its zeros or without, and a wrong one names nobody', () => {
  const document = (payerDocument: string) => cluesOf(line('TED 529.982.247-25', { payerDocument })).document
  expect(['111.444.777-35', '191', '00000000191', '012.345.678-90', '12345678 90', '12.345.678/0001-95', ''].map(document)).toEqual(['11144477735', null, '00000000191', '01234567890', '01234567890', '12345678000195', null])
})

test('the bank’s own number may be the id of the Pix', () => expect(cluesOf(line('RECEBIMENTO', { bankReference: E2E })).endToEndId).toBe(E2E))
