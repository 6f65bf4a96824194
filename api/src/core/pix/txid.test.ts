import fc from 'fast-check'
import { expect, test } from 'vitest'
import { txidFor } from './txid.ts'

test('a txid has 25 characters, leads back to its UUID and is steady', () => {
  fc.assert(fc.property(fc.uuid(), (uuid) => {
    expect(txidFor(uuid)).toMatch(/^[0-9a-z]{25}$/)
    expect(uuidOf(txidFor(uuid))).toBe(uuid.replaceAll('-', ''))
  }))
  expect(txidFor('00000000-0000-0000-0000-000000000000')).toBe('0'.repeat(25))
  expect(txidFor('ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe('f5lxx1zz5pnorynqglhzmsp33')
  expect(() => txidFor('charge_1')).toThrow(RangeError)
})

function uuidOf(txid: string): string {
  return [...txid].reduce((sum, char) => sum * 36n + BigInt(Number.parseInt(char, 36)), 0n).toString(16).padStart(32, '0')
}
