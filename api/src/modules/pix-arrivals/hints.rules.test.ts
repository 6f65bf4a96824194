import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hintsOf } from './hints.rules.ts'

const ID = 'E12345678202611211500abcdefghijk'.slice(0, 32)

test('ids are taken, each once, and nothing else', () => {
  expect(hintsOf({ pix: [{ endToEndId: ID, valor: '999.99', txid: 'x' }, { endToEndId: ID }, { endToEndId: "'; drop table" }, null, 7] })).toEqual([ID])
})

test('whatever a body is, nothing is thrown', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => {
    expect(hintsOf(body).every((id) => id.length === 32)).toBe(true)
    expect(hintsOf({ pix: body }).every((id) => id.length === 32)).toBe(true)
  }))
})
