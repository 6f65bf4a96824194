import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCents, shareOut } from './payments.rules.ts'

const plan = [
  { number: 1, amountCents: 100n, paidCents: 100n, status: 'paid' },
  { number: 2, amountCents: 100n, paidCents: 40n, status: 'partly_paid' },
  { number: 3, amountCents: 100n, paidCents: 0n, status: 'open' },
] as const

test('a payment goes to the oldest open installment, and what is left to the next', () => {
  expect(shareOut(plan, 90n, undefined)).toEqual({ ok: true, value: [{ installmentNumber: 2, cents: 60n }, { installmentNumber: 3, cents: 30n }] })
})

test('a named installment comes first', () => {
  expect(shareOut(plan, 110n, 3)).toEqual({ ok: true, value: [{ installmentNumber: 3, cents: 100n }, { installmentNumber: 2, cents: 10n }] })
})

test('a payment for an installment that was put into others goes to the open ones', () => {
  const amended = [...plan, { number: 4, amountCents: 100n, paidCents: 0n, status: 'cancelled' }] as const
  expect(shareOut(amended, 90n, 4)).toEqual({ ok: true, value: [{ installmentNumber: 2, cents: 60n }, { installmentNumber: 3, cents: 30n }] })
  expect(shareOut(amended, 161n, 4)).toEqual({ ok: false, error: 'payment_above_balance' })
})

test.each([
  [10n, 4, 'installment_not_found'],
  [10n, 1, 'installment_paid'],
  [161n, undefined, 'payment_above_balance'],
] as const)('%s cents to installment %s is refused with %s', (amount, first, error) => {
  expect(shareOut(plan, amount, first)).toEqual({ ok: false, error })
})

const installment = fc.tuple(fc.bigInt(1n, 10n ** 12n), fc.bigInt(0n, 100n)).map(([amountCents, percent]) => ({ amountCents, paidCents: (amountCents * percent) / 100n }))

test('shares sum to the payment and never pass what is open', () => {
  fc.assert(fc.property(fc.array(installment, { minLength: 1, maxLength: 40 }), fc.bigInt(1n, 10n ** 13n), (some, amount) => {
    const installments = some.map((one, i) => ({ ...one, number: i + 1, status: 'open' as const }))
    const result = shareOut(installments, amount, undefined)
    const open = installments.reduce((sum, one) => sum + openCents(one), 0n)
    expect(result.ok).toBe(amount <= open)
    if (!result.ok) return
    expect(result.value.reduce((sum, { cents }) => sum + cents, 0n)).toBe(amount)
    for (const { installmentNumber, cents } of result.value) expect(cents).toBeLessThanOrEqual(openCents(installments[installmentNumber - 1]!))
  }))
})
