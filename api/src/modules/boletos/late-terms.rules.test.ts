import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lateTerms } from './late-terms.rules.ts'

const option = { lateFeeBps: 200, defaultInterestMonthlyBps: 100 }

test('R$ 220,50 at 2 % and 1 % a month: seven cents a day, and no second fine', () => {
  expect(lateTerms(option, { openCents: 22_050n, isLate: false })).toEqual({ fineBps: 200, dailyInterestCents: 7n })
  expect(lateTerms(option, { openCents: 22_050n, isLate: true })).toEqual({ fineBps: 0, dailyInterestCents: 7n })
})

test('what a bank counts by days is never more than the term gives', () => {
  fc.assert(fc.property(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 0, max: 200 }), fc.bigInt(1n, 3_000n), (openCents, bps, days) => {
    const { dailyInterestCents } = lateTerms({ ...option, defaultInterestMonthlyBps: bps }, { openCents, isLate: false })
    expect(dailyInterestCents * days * 300_000n <= openCents * BigInt(bps) * days).toBe(true)
  }))
})
