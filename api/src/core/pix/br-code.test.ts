import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dynamicBrCode, parseBrCode, staticBrCode, writeBrCode } from './br-code.ts'
import { crc16 } from './crc16.ts'
import { txidFor } from './txid.ts'

const KEY = '123e4567-e12b-12d1-a456-426655440000'

/** Codes printed in the Central Bank's manuals and in its OpenAPI document 2.9.0. */
const PUBLISHED = {
  static: '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
  dynamic: '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4',
  composite: '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304FB42',
  several: '00020104141234567890123426580014BR.GOV.BCB.PIX0136123e4567-e12b-12d1-a456-42665544000027300012BR.COM.OUTRO011001234567895204000053039865406123.455802BR5917NOME DO RECEBEDOR6008BRASILIA61087007490062190515RP12345678-201980390012BR.COM.OUTRO01190123.ABCD.3456.WXYZ6304AD38',
  recurrence: '00020126180014br.gov.bcb.pix5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80800014br.gov.bcb.pix2558pix.example.com/qr/v2/rec/2353c790eefb11eaadc10242ac120002630462C9',
}

test('the check sum of 123456789 is 29B1', () => {
  expect(crc16('123456789')).toBe('29B1')
})

test.each(Object.entries(PUBLISHED))('reads the published %s code and writes it back byte for byte', (_, payload) => {
  expect(writeBrCode(parseBrCode(payload)!.fields)).toBe(payload)
})

test('finds what the published codes say', () => {
  expect(parseBrCode(PUBLISHED.static)).toMatchObject({ key: KEY, url: null, merchantName: 'Fulano de Tal', merchantCity: 'BRASILIA', amountCents: null, txid: '***' })
  expect(parseBrCode(PUBLISHED.dynamic)).toMatchObject({ key: null, url: 'pix.example.com/8b3da2f39a4140d1a91abd93113bd441', txid: '***' })
  expect(parseBrCode(PUBLISHED.composite)).toMatchObject({ recurrenceUrl: 'pix.example.com/rec/2353c790eefb11eaadc10242ac120002' })
  expect(parseBrCode(PUBLISHED.several)).toMatchObject({ key: KEY, amountCents: 12345n, txid: 'RP12345678-2019' })
  expect(parseBrCode(PUBLISHED.recurrence)).toMatchObject({ key: null, url: null, recurrenceUrl: 'pix.example.com/qr/v2/rec/2353c790eefb11eaadc10242ac120002' })
})

test('differs from the published static code only in amount and txid', () => {
  const ours = parseBrCode(staticBrCode({ key: KEY, merchantName: 'Fulano de Tal', merchantCity: 'BRASÍLIA', amountCents: 98000n, txid: 'A1' }))!
  const withoutAmount = ours.fields.filter(({ id }) => id !== '54').map((field) => (field.id === '62' ? { id: '62', value: '0503***' } : field))
  expect(writeBrCode(withoutAmount)).toBe(PUBLISHED.static)
  expect(ours.amountCents).toBe(98000n)
})

test('writes the published dynamic codes byte for byte', () => {
  const receiver = { merchantName: 'Fulano de Tal', merchantCity: 'BRASÍLIA' }
  const url = 'pix.example.com/8b3da2f39a4140d1a91abd93113bd441'
  expect(dynamicBrCode({ ...receiver, url })).toBe(PUBLISHED.dynamic)
  expect(dynamicBrCode({ ...receiver, url, recurrenceUrl: 'pix.example.com/rec/2353c790eefb11eaadc10242ac120002' })).toBe(PUBLISHED.composite)
  expect(dynamicBrCode({ ...receiver, recurrenceUrl: 'pix.example.com/qr/v2/rec/2353c790eefb11eaadc10242ac120002' })).toBe(PUBLISHED.recurrence)
})

test('refuses a changed amount, a wrong check sum and text that is no code', () => {
  const payload = staticBrCode({ key: KEY, merchantName: 'Lojas Aurora', merchantCity: 'São Paulo', amountCents: 98000n, txid: 'A1' })
  expect(parseBrCode(payload.replace('980.00', '980.01'))).toBeNull()
  expect(parseBrCode(PUBLISHED.static.replace('1D3D', '1D3E'))).toBeNull()
  expect(parseBrCode('')).toBeNull()
  expect(parseBrCode('6304')).toBeNull()
})

test('folds accents and cuts long names', () => {
  const payload = staticBrCode({ key: KEY, merchantName: 'Colégio Jacarandá Associação Educacional', merchantCity: 'São José dos Campos', amountCents: 5n, txid: 'A1' })
  expect(parseBrCode(payload)).toMatchObject({ merchantName: 'Colegio Jacaranda Associa', merchantCity: 'Sao Jose dos Ca', amountCents: 5n })
})

test.each([0n, -1n, 1_000_000_000_000n])('refuses an amount of %s cents', (amountCents) => {
  expect(() => staticBrCode({ key: KEY, merchantName: 'A', merchantCity: 'B', amountCents, txid: 'A1' })).toThrow(RangeError)
})

test.each(['', '***', 'a-b', 'x'.repeat(26)])('refuses the txid "%s"', (txid) => {
  expect(() => staticBrCode({ key: KEY, merchantName: 'A', merchantCity: 'B', amountCents: 1n, txid })).toThrow(RangeError)
})

test('refuses a name that has no Latin character', () => {
  expect(() => staticBrCode({ key: KEY, merchantName: '東京', merchantCity: 'B', amountCents: 1n, txid: 'A1' })).toThrow(RangeError)
})

test('every charge reads back as it was written', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9 .&-]{0,13}[A-Za-z0-9])?$/).filter((text) => !text.includes('  '))
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), name, name, fc.bigInt(1n, 999_999_999_999n), (key, id, merchantName, merchantCity, amountCents) => {
      const charge = { key, merchantName, merchantCity, amountCents, txid: txidFor(id) }
      expect(parseBrCode(staticBrCode(charge))).toMatchObject({ ...charge, merchantCity: merchantCity.slice(0, 15).trim() })
    }),
  )
})

test('whatever the names are, the code is plain ASCII and reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (tail) => {
      const payload = staticBrCode({ key: KEY, merchantName: `A${tail}`, merchantCity: `B${tail}`, amountCents: 1n, txid: 'A1' })
      expect(payload).toMatch(/^[\x20-\x7e]+$/)
      expect(parseBrCode(payload)?.txid).toBe('A1')
    }),
  )
})

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseBrCode(`${text}6304${crc16(`${text}6304`)}`)))
})
