import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeys } from '../../platform/crypto/keys.ts'
import { nameCredits } from './name-credits.ts'
import { keepNumbers } from './references.rules.ts'

const keys = createKeys({ encryption: [{ version: 1, key: randomBytes(32) }], index: randomBytes(32), audit: randomBytes(32) })
const credit = (change: object = {}) => ({ line: 1, account: '999/1', postedOn: '2026-11-20', amountCents: 36_108n, bankReference: 'N1', reference: null, payerDocument: null, description: 'TED MARINA', ...change })
const named = (...lines: object[]) => nameCredits(keys, lines.map(credit))
const references = (...lines: object[]) => named(...lines).map(({ reference }) => reference)

test('the same line has the same reference, and one of another account, day, amount or number has another', () => {
  const [one] = references({})
  expect(one).toMatch(/^N1\.20261120\.36108\.[0-9a-f]{8}$/)
  expect(references({ line: 7 })).toEqual([one])
  for (const change of [{ account: '999/2' }, { postedOn: '2026-11-19' }, { amountCents: 1n }, { bankReference: 'N2' }]) expect(references(change)).not.toContain(one)
})

test('without a number equal lines are told apart by their order, in whatever file', () => {
  const none = { bankReference: null }
  const [first, second] = references(none, none)
  expect(first).not.toBe(second)
  expect(references({ ...none, amountCents: 1n }, none, none).slice(1)).toEqual([first, second])
  expect(named(none, none).map(({ isRepeated }) => isRepeated)).toEqual([false, false])
})

test('a number that comes twice with the same day and amount is for a person to look at', () => {
  expect(named({}, {}, { amountCents: 1n }).map(({ isRepeated }) => isRepeated)).toEqual([false, true, false])
})

test('numbers too long or with blanks are hashed', () => {
  expect(references({ bankReference: 'N 1' }, { bankReference: 'N'.repeat(51) }).every((reference) => /^stmt\.[0-9a-f]{32}$/.test(reference))).toBe(true)
})

const content = fc.constantFrom('x', 'y', 'z')
const file = (prefix: string) => fc.array(content, { maxLength: 12 }).map((contents) => contents.map((one, i) => ({ reference: `${prefix}${i}`, content: one })))

test('numbered anew, each credit is the one that it was, and none takes the place of two', () => {
  fc.assert(fc.property(file('a'), file('b'), (former, later) => {
    const kept = keepNumbers(later, former).map(({ reference }) => reference)
    expect(new Set(kept).size).toBe(kept.length)
    for (const one of ['x', 'y', 'z']) {
      const count = (lines: readonly { content: string }[]) => lines.filter((line) => line.content === one).length
      expect(kept.filter((reference, i) => later[i]!.content === one && reference.startsWith('a'))).toHaveLength(Math.min(count(former), count(later)))
    }
  }))
})

test('a file that has the former numbers too has more credits, not the same', () => {
  const former = [{ reference: 'a0', content: 'x' }]
  expect(keepNumbers([...former, { reference: 'b0', content: 'x' }], former).map(({ reference }) => reference)).toEqual(['a0', 'b0'])
})
