import fc from 'fast-check'
import { expect, test } from 'vitest'
import { txidFor, uuidOf } from './txid.ts'

test('a txid has 25 characters, leads back to its UUID and is steady', () => {
  fc.assert(fc.property(fc.uuid(), (uuid) => {
    expect(txidFor(uuid)).toMatch(/^[0-9a-z]{25}$/)
    expect(uuidOf(txidFor(uuid))).toBe(uuid)
  }))
  expect(txidFor('00000000-0000-0000-0000-000000000000')).toBe('0'.repeat(25))
  expect(txidFor('ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe('f5lxx1zz5pnorynqglhzmsp33')
  expect(() => txidFor('charge_1')).toThrow(RangeError)
})

test('another text leads to no UUID', () => {
  for (const other of ['', 'z'.repeat(25), '0'.repeat(24), 'A'.repeat(25)]) expect(uuidOf(other)).toBeNull()
})
