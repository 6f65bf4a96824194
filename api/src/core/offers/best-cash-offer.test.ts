import { expect, test } from 'vitest'
import { bestCashOffer } from './best-cash-offer.ts'
import { band, debt, PERSON, policy, rule } from './offers.fixture.ts'

const ask = { today: '2026-11-21', regime: 'financial', policy: policy([rule()]), person: PERSON, debt: debt() } as const

test('shows what the sheet would show', () => {
  expect(bestCashOffer(ask)).toEqual({ totalCents: 58_800n, discountCents: 49_523n, discountBps: 4_571, dueOn: '2026-11-26', standsUntil: '2026-11-26', campaign: null })
})

test('has nothing to show without a rule, without cash in it, or for a debt that is paid', () => {
  const { cash: _, ...noCash } = rule({ installments: [band(2, 3)] }).grant
  expect(bestCashOffer({ ...ask, policy: policy([]) })).toBeNull()
  expect(bestCashOffer({ ...ask, policy: policy([{ ...rule(), grant: noCash }]) })).toBeNull()
  const paid = debt({ terms: { ...debt().terms, payments: [{ paidOn: '2026-03-10', cents: 98_000n }] } })
  expect(bestCashOffer({ ...ask, debt: paid })).toBeNull()
})

test('a cash grant that forgives everything is no offer', () => {
  const all = { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 10_000 }
  expect(bestCashOffer({ ...ask, policy: policy([rule({ cash: { discount: all, daysToPay: 5 } })]) })).toBeNull()
})
