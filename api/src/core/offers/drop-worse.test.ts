import { expect, test } from 'vitest'
import { dropWorse } from './drop-worse.ts'
import type { OfferOption } from './types.ts'

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
  expect(dropWorse(options).kept).toEqual(options)
})
