import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixTerms, type PayableToday } from './pix-terms.rules.ts'

const inTime: PayableToday = { scheduledOn: '2026-12-10', openCents: 22_050n, amountCents: 22_050n, lateCents: 0n, payBy: '2026-12-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100 }

test('in time: what is open, with fine and interest of the term after its day', () => {
  expect(pixTerms(inTime, '2026-11-21')).toEqual({ dueOn: '2026-12-10', originalCents: 22_050n, fineBps: 200, interestMonthlyBps: 100, interestDailyCents: 0n, discountCents: 0n, discountUntil: null })
})

test('early: the whole amount, and the discount until its last day', () => {
  expect(pixTerms({ ...inTime, amountCents: 20_948n, payBy: '2026-12-05' }, '2026-11-21')).toMatchObject({ originalCents: 22_050n, discountCents: 1_102n, discountUntil: '2026-12-05', dueOn: '2026-12-10' })
})

test('on the weekend after its day it is due today, and not late', () => {
  expect(pixTerms({ ...inTime, scheduledOn: '2026-12-12' }, '2026-12-13')).toMatchObject({ dueOn: '2026-12-13', originalCents: 22_050n, fineBps: 200 })
})

test('late: the amount of today, no second fine, and interest on what was open alone', () => {
  expect(pixTerms({ ...inTime, amountCents: 22_564n, lateCents: 514n }, '2026-12-20')).toEqual({ dueOn: '2026-12-20', originalCents: 22_564n, fineBps: 0, interestMonthlyBps: 0, interestDailyCents: 7n, discountCents: 0n, discountUntil: null })
})

test('no day costs more than the term gives', () => {
  fc.assert(fc.property(fc.bigInt(1n, 10n ** 9n), fc.integer({ min: 0, max: 500 }), (openCents, defaultInterestMonthlyBps) => {
    const { interestDailyCents } = pixTerms({ ...inTime, openCents, amountCents: openCents + 1n, lateCents: 1n, defaultInterestMonthlyBps }, '2026-12-20')
    expect(interestDailyCents * 300_000n <= openCents * BigInt(defaultInterestMonthlyBps)).toBe(true)
  }))
})
