import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '../../../core/money/sum.ts'
import { standAgain, takeBack, type LeftShare } from './take-back.rules.ts'

const share = (installmentNumber: number, dueOn: string, cents: bigint, more: Partial<LeftShare> = {}): LeftShare => ({ installmentNumber, dueOn, cents, lateCents: 0n, loweredCents: 0n, forgivenCents: 0n, ...more })
const paid = (number: number, amountCents: bigint) => ({ number, amountCents, paidCents: amountCents, status: 'paid' as const })

test('the latest installment loses first', () => {
  const shares = [share(1, '2026-12-10', 100n), share(2, '2027-01-11', 40n)]
  expect(takeBack(shares, 50n).map(({ installmentNumber, cents }) => [installmentNumber, cents])).toEqual([[2, 40n], [1, 10n]])
  expect(takeBack(shares, 140n)).toHaveLength(2)
})

test('what was for delay goes first, and is not owed any more', () => {
  const late = [share(1, '2026-12-10', 30_086n, { lateCents: 686n })]
  expect(standAgain([paid(1, 30_086n)], takeBack(late, 30_086n), [], 'active')).toEqual([{ number: 1, amountCents: 29_400n, paidCents: 0n, status: 'open' }])
  expect(standAgain([paid(1, 30_086n)], takeBack(late, 1_000n), [], 'active')).toEqual([{ number: 1, amountCents: 29_400n, paidCents: 29_086n, status: 'partly_paid' }])
  expect(standAgain([paid(1, 30_086n)], takeBack(late, 500n), [], 'settled')).toEqual([{ number: 1, amountCents: 29_586n, paidCents: 29_586n, status: 'paid' }])
})

test('what was let go for paying early is owed again', () => {
  const early = [share(1, '2026-12-10', 27_930n, { loweredCents: 1_470n })]
  expect(standAgain([paid(1, 27_930n)], takeBack(early, 1n), [], 'active')).toEqual([{ number: 1, amountCents: 29_400n, paidCents: 27_929n, status: 'partly_paid' }])
})

test('an amendment that is undone puts installments back, whether they took a share or were closed without one', () => {
  const closed = { number: 2, amountCents: 300n, paidCents: 0n, status: 'cancelled' as const }
  expect(standAgain([paid(1, 250n), closed], takeBack([share(1, '2026-12-10', 250n)], 250n), [{ number: 1, amountCents: 300n }, { number: 2, amountCents: 300n }], 'settled'))
    .toEqual([{ number: 1, amountCents: 300n, paidCents: 0n, status: 'open' }, { number: 2, amountCents: 300n, paidCents: 0n, status: 'open' }])
})

test('of an agreement that has ended nothing is open again', () => {
  expect(standAgain([paid(1, 100n)], takeBack([share(1, '2026-12-10', 100n)], 40n), [], 'broken')).toEqual([{ number: 1, amountCents: 100n, paidCents: 60n, status: 'cancelled' }])
})

const anyShares = fc.array(fc.record({ days: fc.integer({ min: 10, max: 28 }), bare: fc.bigInt(1n, 10n ** 9n), late: fc.bigInt(0n, 10n ** 5n), lowered: fc.bigInt(0n, 10n ** 5n), isLate: fc.boolean() }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map(({ days, bare, late, lowered, isLate }, i) => share(i + 1, `2027-01-${days}`, bare + (isLate ? late : 0n), { lateCents: isLate ? late : 0n, loweredCents: isLate ? 0n : lowered })))

test('whatever is taken back, in one or in several parts: the cents are what was asked for, and all of it leaves every installment as it was before', () => {
  fc.assert(fc.property(anyShares, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }), (shares, cuts) => {
    let left = shares
    let installments = shares.map(({ installmentNumber, cents }) => paid(installmentNumber, cents)) as Parameters<typeof standAgain>[0]
    const parts = [...cuts.map((percent) => (sum(shares.map(({ cents }) => cents)) * BigInt(percent)) / 400n), null]
    for (const part of parts) {
      const all = sum(left.map(({ cents }) => cents))
      const cents = part === null || part > all ? all : part
      const taken = takeBack(left, cents)
      expect(sum(taken.map((one) => one.cents))).toBe(cents)
      const changed = standAgain(installments, taken, [], 'active')
      for (const one of changed) expect(one.paidCents >= 0n && one.paidCents <= one.amountCents && one.amountCents > 0n).toBe(true)
      installments = installments.map((one) => changed.find(({ number }) => number === one.number) ?? one)
      left = left.map((one) => less(one, taken)).filter(({ cents: rest }) => rest > 0n)
    }
    expect(installments).toEqual(shares.map(({ installmentNumber, cents, lateCents, loweredCents }) => ({ number: installmentNumber, amountCents: cents - lateCents + loweredCents, paidCents: 0n, status: 'open' })))
  }))
})

function less(one: LeftShare, taken: ReturnType<typeof takeBack>): LeftShare {
  const gone = taken.find(({ installmentNumber }) => installmentNumber === one.installmentNumber)
  return gone ? { ...one, cents: one.cents - gone.cents, lateCents: one.lateCents - gone.lateCents, loweredCents: one.loweredCents - gone.loweredCents } : one
}
