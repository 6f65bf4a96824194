import { expect, test } from 'vitest'
import { leftShares } from './left-shares.ts'

const dueOn = new Map([[1, '2026-12-10'], [2, '2027-01-11']])
const shares = [
  { installmentNumber: 1, cents: 30_086n, lateFineCents: 588n, defaultInterestCents: 98n, forgivenCents: 0n },
  { installmentNumber: 2, cents: 27_930n, lateFineCents: 0n, defaultInterestCents: 0n, forgivenCents: 3n },
]
const lowered = [{ installmentNumber: 2, cents: 1_470n }, { installmentNumber: 2, cents: 3n }]

test('a payment that nobody took back is left as it was shared out', () => {
  expect(leftShares({ shares, lowered, taken: [], dueOn })).toEqual([
    { installmentNumber: 1, dueOn: '2026-12-10', cents: 30_086n, lateCents: 686n, loweredCents: 0n, forgivenCents: 0n },
    { installmentNumber: 2, dueOn: '2027-01-11', cents: 27_930n, lateCents: 0n, loweredCents: 1_473n, forgivenCents: 3n },
  ])
})

test('what was taken back before is not there any more', () => {
  const taken = [{ installmentNumber: 2, cents: 27_930n, lateCents: 0n, loweredCents: 1_473n, forgivenCents: 3n }, { installmentNumber: 1, cents: 700n, lateCents: 686n, loweredCents: 0n, forgivenCents: 0n }]
  expect(leftShares({ shares, lowered, taken, dueOn })).toEqual([{ installmentNumber: 1, dueOn: '2026-12-10', cents: 29_386n, lateCents: 0n, loweredCents: 0n, forgivenCents: 0n }])
})
