import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCents } from '../../../core/repairs/open-installments.ts'
import { reachOf, shareOut } from './share-out.rules.ts'

const plan = [
  { number: 1, amountCents: 100n, paidCents: 100n, status: 'paid' },
  { number: 2, amountCents: 100n, paidCents: 40n, status: 'partly_paid' },
  { number: 3, amountCents: 100n, paidCents: 0n, status: 'open' },
] as const
const shared = (cents: bigint, named?: number, toleranceCents?: bigint, installments: Parameters<typeof shareOut>[0] = plan) => {
  const { shares, excessCents } = shareOut(installments, { cents, named, ...(toleranceCents === undefined ? {} : { toleranceCents }) })
  return { shares: shares.map((share) => [share.installmentNumber, share.cents, share.forgivenCents]), excessCents }
}

test('a payment goes to the oldest open installment, and what is left to the next', () => {
  expect(shared(90n)).toEqual({ shares: [[2, 60n, 0n], [3, 30n, 0n]], excessCents: 0n })
})

test('a named installment comes first', () => {
  expect(shared(110n, 3)).toEqual({ shares: [[3, 100n, 0n], [2, 10n, 0n]], excessCents: 0n })
})

test('a payment for an installment that was put into others goes to the open ones, and the rest is too much', () => {
  const amended = [...plan, { number: 4, amountCents: 100n, paidCents: 0n, status: 'cancelled' }] as const
  expect(shared(90n, 4, 0n, amended)).toEqual({ shares: [[2, 60n, 0n], [3, 30n, 0n]], excessCents: 0n })
  expect(shared(163n, 4, 0n, amended)).toEqual({ shares: [[2, 60n, 0n], [3, 100n, 0n]], excessCents: 3n })
})

test('what the last installment lacks is let go within the tolerance, to the cent', () => {
  expect(shared(55n, 2, 5n).shares).toEqual([[2, 55n, 5n]])
  expect(shared(54n, 2, 5n).shares).toEqual([[2, 54n, 0n]])
  expect(shared(158n, 2, 5n).shares).toEqual([[2, 60n, 0n], [3, 98n, 2n]])
})

test('a creditor that gives back what is above what was asked for lets money reach no other installment', () => {
  const reach = (cents: bigint, named?: number, askedCents?: bigint, lateCents?: bigint) => {
    const { installments, cents: most } = reachOf(plan, { cents, lateCents }, { named, askedCents }, 'refund')
    return [installments.map(({ number }) => number), most]
  }
  expect(reach(150n, 2)).toEqual([[2], 150n])
  expect(reach(150n)).toEqual([[1, 2, 3], 150n])
  expect(reach(200n, 2, 150n)).toEqual([[1, 2, 3], 150n])
  expect(reach(120n, 2, 150n)).toEqual([[1, 2, 3], 120n])
  expect(reach(75n, 2, 65n, 7n)).toEqual([[1, 2, 3], 67n])
  expect(reach(75n, 2, 150n, 7n)).toEqual([[1, 2, 3], 75n])
  expect(reachOf(plan, { cents: 150n }, { named: 2, askedCents: undefined }, 'next_installments')).toEqual({ installments: plan, cents: 150n })
})

const installment = fc.tuple(fc.bigInt(1n, 10n ** 12n), fc.bigInt(0n, 100n)).map(([amountCents, percent]) => ({ amountCents, paidCents: (amountCents * percent) / 100n }))

test('shares and excess come to the payment, never pass what is open, and only one installment is let go', () => {
  const payment = fc.record({ cents: fc.bigInt(1n, 10n ** 13n), named: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }), toleranceCents: fc.bigInt(0n, 10n ** 4n) })
  fc.assert(fc.property(fc.array(installment, { minLength: 1, maxLength: 40 }), payment, (some, coming) => {
    const installments = some.map((one, i) => ({ ...one, number: i + 1, status: 'open' as const }))
    const { shares, excessCents } = shareOut(installments, coming)
    const open = installments.reduce((sum, one) => sum + openCents(one), 0n)
    expect(shares.reduce((sum, { cents }) => sum + cents, excessCents)).toBe(coming.cents)
    expect(excessCents).toBe(coming.cents > open ? coming.cents - open : 0n)
    for (const { installmentNumber, cents, forgivenCents } of shares) expect(cents + forgivenCents).toBeLessThanOrEqual(openCents(installments[installmentNumber - 1]!))
    const letGo = shares.filter(({ forgivenCents }) => forgivenCents > 0n)
    expect(letGo.length).toBeLessThanOrEqual(1)
    for (const { forgivenCents } of letGo) expect(forgivenCents).toBeLessThanOrEqual(coming.toleranceCents)
  }))
})
