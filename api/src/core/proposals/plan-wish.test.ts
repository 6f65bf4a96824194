import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentStep, wholeSteps } from './payment-step.ts'
import { planWish } from './plan-wish.ts'

const cents = fc.bigInt({ min: 1n, max: 10n ** 15n })

test('the payments come to the total, none above what was offered, only the last one smaller', () => {
  fc.assert(fc.property(cents, cents, fc.bigInt({ min: 0n, max: 10n ** 15n }), (total, monthlyCents, downPaymentCents) => {
    const amounts = planWish(total, { monthlyCents, downPaymentCents }, 120)
    if (!amounts) return
    expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(total)
    expect(amounts.slice(1, -1).every((amount) => amount === monthlyCents)).toBe(true)
    expect(amounts.every((amount) => amount > 0n && (amount <= monthlyCents || amount <= downPaymentCents))).toBe(true)
  }))
})

test('what is longer than allowed, or pays nothing, is no plan', () => {
  expect(planWish(100n, { monthlyCents: 10n, downPaymentCents: 0n }, 10)).toHaveLength(10)
  expect(planWish(101n, { monthlyCents: 10n, downPaymentCents: 0n }, 10)).toBeNull()
  expect(planWish(10n ** 15n, { monthlyCents: 1n, downPaymentCents: 0n }, 120)).toBeNull()
  expect(planWish(100n, { monthlyCents: 0n, downPaymentCents: 50n }, 10)).toBeNull()
  expect(planWish(100n, { monthlyCents: 0n, downPaymentCents: 100n }, 10)).toEqual([100n])
})

test.each([[1n, 100n], [40_000n, 100n], [40_001n, 200n], [108_323n, 500n], [10n ** 15n, 5n * 10n ** 12n]])('a balance of %s is weighed in steps of %s', (balance, step) => {
  expect(paymentStep(balance)).toBe(step)
})

test('a sum is cut to whole steps', () => {
  expect(wholeSteps(1_499n, 500n)).toBe(1_000n)
})
