import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropWorse } from './drop-worse.ts'
import type { OfferOption } from '../types.ts'

/** Only what decides: the count, the total and the heaviest installment. */
function option(count: number, totalCents: bigint, heaviestCents: bigint): OfferOption {
  const installments = Array.from({ length: count }, (_, i) => ({ number: i + 1, dueOn: '2026-12-10', amountCents: i === 0 ? heaviestCents : 1n }))
  return { count, totalCents, installments } as unknown as OfferOption
}

test('a plan that is longer, dearer and heavier than another is left out, and said to be', () => {
  const [short, long] = [option(12, 1_200n, 100n), option(13, 1_430n, 110n)]
  expect(dropWorse([short, long])).toEqual({ kept: [short], worse: [{ count: 13, reason: 'worse_than_another' }] })
})

test.each([
  ['lighter by the month', option(24, 1_500n, 63n)],
  ['cheaper in all', option(13, 1_190n, 110n)],
  ['sooner over', option(2, 1_200n, 600n)],
])('a plan that is %s stays', (_what, other) => {
  const options = [option(12, 1_200n, 100n), other]
  expect(new Set(dropWorse(options).kept)).toEqual(new Set(options))
})

const anyOption = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.bigInt(1n, 5n), fc.bigInt(1n, 5n)).map(([count, total, heaviest]) => option(count, total, heaviest))

test('one pass leaves out what holding each against each would', () => {
  fc.assert(
    fc.property(fc.array(anyOption, { maxLength: 12 }), (options) => {
      const figures = options.map((one) => [BigInt(one.count), one.totalCents, one.installments[0]?.amountCents ?? 0n])
      const beats = (a: bigint[], b: bigint[]) => a.every((figure, i) => figure <= (b[i] ?? 0n)) && a.some((figure, i) => figure < (b[i] ?? 0n))
      const unbeaten = options.filter((_, i) => !figures.some((other) => beats(other, figures[i] ?? [])))
      expect(new Set(dropWorse(options).kept)).toEqual(new Set(unbeaten))
    }),
  )
})
