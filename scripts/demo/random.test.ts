import { expect, test } from 'vitest'
import { longTailed, seededRandom } from './random.ts'

test('the same seed draws the same, another seed another', () => {
  const draws = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed).fraction)
  expect(draws(7)).toEqual(draws(7))
  expect(draws(7)).not.toEqual(draws(8))
})

test('whole numbers reach both ends and no further', () => {
  const random = seededRandom(1)
  expect(new Set(Array.from({ length: 500 }, () => random.whole(3, 6)))).toEqual(new Set([3, 4, 5, 6]))
})

test('long-tailed draws keep their mean', () => {
  const random = seededRandom(2)
  const draws = Array.from({ length: 50_000 }, () => longTailed(random, 1_500, 1))
  expect(Math.abs(draws.reduce((sum, one) => sum + one, 0) / draws.length - 1_500)).toBeLessThan(45)
  expect(Math.min(...draws)).toBeGreaterThan(0)
})
