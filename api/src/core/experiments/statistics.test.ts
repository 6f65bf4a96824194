import { expect, test } from 'vitest'
import { differenceOfMeans, meanOf, type Paid } from './means.ts'
import { differenceOfShares, wilson } from './shares.ts'
import { verdictOf } from './verdict.ts'

// SciPy 1.17: binomtest(hits, people).proportion_ci(0.95, method='wilson').
test.each([
  [0, 50, 0, 0.07134759913335872],
  [1, 30, 0.005908590381612441, 0.16670390991409173],
  [17, 200, 0.053745750177475606, 0.13189587071565567],
  [450, 900, 0.46740342529477164, 0.5325965747052284],
  [60, 60, 0.9398281478579101, 1],
  [37, 100_000, 0.0002684614901035038, 0.0005099231967762245],
])('%d of %d people', (hits, people, from, to) => {
  const interval = wilson({ hits, people })
  expect(interval.from).toBeCloseTo(from, 12)
  expect(interval.to).toBeCloseTo(to, 12)
})

// The first three are Newcombe's own (Statistics in Medicine 17, 1998, table II, method 10), the others SciPy's Wilson intervals put together.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339, 4],
  [9, 10, 3, 10, 0.1705, 0.809, 4],
  [6, 7, 2, 7, 0.0582, 0.8062, 4],
  [120, 1_000, 90, 1_000, 0.0030960486785798214, 0.057009571192658454, 12],
  [0, 40, 5, 40, -0.26112119838851094, -0.012597114503140425, 12],
  [300, 9_000, 20, 1_000, 0.0020805813700795657, 0.021366642928825497, 12],
])('%d of %d against %d of %d', (a, m, b, n, from, to, digits) => {
  const found = differenceOfShares({ hits: a, people: m }, { hits: b, people: n })
  expect(found.difference).toBeCloseTo(a / m - b / n, 12)
  expect(found.from).toBeCloseTo(from, digits)
  expect(found.to).toBeCloseTo(to, digits)
})

// SciPy 1.17: t.interval and ttest_ind(equal_var=False).confidence_interval(0.95), of people most of whom pay nothing.
const paid = (people: number, cents: bigint, squared: bigint): Paid => ({ people, cents, squared })
test.each([
  [paid(30, 636_942n, 41_338_637_516n), paid(45, 435_092n, 28_261_134_886n), [9_666.932734942946, 32_795.86726505706], [-1_776.0111070986568, 24_901.388884876436]],
  [paid(2_000, 20_254_625n, 2_720_134_621_511n), paid(220, 1_696_848n, 225_259_415_322n), [8_571.849931504403, 11_682.775068495597], [-2_001.3212150183945, 6_830.055305927485]],
  [paid(500, 3_961_180n, 130_524_374_040n), paid(500, 1_617_075n, 55_378_147_819n), [6_683.856163408651, 9_160.863836591348], [3_170.065530930782, 6_206.354469069216]],
] as const)('what %o paid against %o', (first, second, [from, to], [least, most]) => {
  const mean = meanOf(first)!
  expect(mean.mean).toBeCloseTo(Number(first.cents) / first.people, 9)
  // Within a cent: the percentile is an expansion.
  expect(Math.abs(mean.from - from)).toBeLessThan(1)
  expect(Math.abs(mean.to - to)).toBeLessThan(1)
  const difference = differenceOfMeans(first, second)!
  expect(Math.abs(difference.from - least)).toBeLessThan(1)
  expect(Math.abs(difference.to - most)).toBeLessThan(1)
})

test('money of fewer than thirty people says nothing, and nobody paying is no spread', () => {
  expect(meanOf(paid(29, 1n, 1n))).toBeNull()
  expect(differenceOfMeans(paid(29, 1n, 1n), paid(100, 1n, 1n))).toBeNull()
  expect(differenceOfMeans(paid(100, 0n, 0n), paid(29, 1n, 1n))).toBeNull()
  expect(differenceOfMeans(paid(100, 0n, 0n), paid(100, 0n, 0n))).toEqual({ difference: 0, from: 0, to: 0 })
})

test('it is too early as long as zero lies in the interval, or where there is none', () => {
  expect([null, { from: -1, to: 1 }, { from: 0, to: 2 }, { from: -2, to: 0 }].map(verdictOf)).toEqual(['too_early', 'too_early', 'too_early', 'too_early'])
  expect([{ from: 0.001, to: 2 }, { from: -2, to: -0.001 }].map(verdictOf)).toEqual(['higher', 'lower'])
})
