import type { CounterOffers } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { band, debt, policy, rule } from '../offers/offers.fixture.ts'
import { decideProposal } from './decide-proposal.ts'
import { answerTo, asking, FLOORS } from './proposals.fixture.ts'
import type { Decision } from './types.ts'

const patient: CounterOffers = { ...FLOORS, leastPresentValueBps: 9_000, reviewPresentValueBps: 7_000, mostCount: 60 }

/** What the person would pay, in plain numbers: how many payments, and the first and the last of them. */
function payments(decision: Decision): { count: number; first: number; last: number } | string | null {
  const answer = 'answer' in decision ? decision.answer : 'plan' in decision ? decision : null
  if (!answer) return null
  if ('option' in answer) return answer.option.id
  const { amounts } = answer.plan
  return { count: amounts.length, first: Number(amounts[0]), last: Number(amounts.at(-1)) }
}

test('so many months as needed, the last one smaller, where that is worth enough', () => {
  const decision = answerTo(asking(), 8_000)
  expect(decision).toMatchObject({ decision: 'accepted', reason: 'fits' })
  expect(payments(decision)).toEqual({ count: 14, first: 8_000, last: 4_323 })
})

test('a down payment is the first payment; one that is no larger than a month is a month', () => {
  expect(payments(answerTo(asking(), 8_000, 30_000))).toEqual({ count: 11, first: 30_000, last: 6_323 })
  expect(answerTo(asking(), 8_000, 5_000)).toEqual(answerTo(asking(), 8_000))
})

test('what stands on the sheet within these payments is the answer where it costs less', () => {
  const decision = answerTo(asking(), 60_000)
  expect(decision).toMatchObject({ decision: 'accepted', reason: 'fits_standing_option' })
  expect(payments(decision)).toBe('cash')
})

test('a plan repays what the longest plan of the policy finances, and no more where that is worth enough', () => {
  const asked = asking({ ...FLOORS, leastPresentValueBps: 6_000 }, { installments: [band(2, 3)] })
  expect(answerTo(asked, 7_000)).toMatchObject({ answer: { plan: { amounts: Array<bigint>(14).fill(7_000n) } } })
  expect(payments(answerTo(asking({ ...FLOORS, leastPresentValueBps: 9_000 }, { installments: [band(2, 3)] }), 7_000))).toEqual({ count: 16, first: 7_000, last: 3_323 })
})

test('a single payment settles everything where it is worth enough', () => {
  const asked = asking(FLOORS, { installments: [], cash: { discount: { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 }, daysToPay: 5 } })
  expect(payments(answerTo(asked, null, 85_000))).toEqual({ count: 1, first: 85_000, last: 85_000 })
  expect(answerTo(asked, null, 60_000)).toMatchObject({ decision: 'countered', reason: 'value_too_low' })
  expect(payments(answerTo(asked, null, 60_000))).toEqual({ count: 1, first: 77_000, last: 77_000 })
})

test('too little is countered by the least payment that is taken, if that is near', () => {
  expect(answerTo(asking(), 4_000)).toMatchObject({ decision: 'countered', reason: 'too_long' })
  expect(payments(answerTo(asking(), 4_000))).toEqual(payments(answerTo(asking(), 4_900)))
})

test('else with the payment as it was asked and more at first', () => {
  const decision = answerTo(asking({ ...FLOORS, mostCount: 3 }, { installments: [] }), 20_000, 40_000)
  expect(decision).toMatchObject({ decision: 'countered', reason: 'too_long' })
  expect(payments(decision)).toEqual({ count: 3, first: 80_000, last: 13_823 })
})

test('what is worth less is reviewed by a person, however long, and what is worth too little is refused with what would work', () => {
  expect(answerTo(asking(patient), 3_000)).toMatchObject({ decision: 'in_review', reason: 'person_decides' })
  expect(answerTo(asking({ ...patient, mostCount: 24 }), 3_000)).toMatchObject({ decision: 'in_review', reason: 'person_decides' })
  expect(answerTo(asking(patient), 1_000)).toMatchObject({ decision: 'refused', reason: 'payment_too_small', works: { downPaymentCents: 0n } })
})

test('who can put more down than a plan has room for is offered no less', () => {
  const asked = asking(null, { installments: [band(5, 5, { leastInstallmentCents: 15_000 })] })
  expect(answerTo(asked, 15_300, 37_000)).toMatchObject({ decision: 'accepted', reason: 'fits_standing_option' })
  expect(answerTo(asked, 15_300, 50_000)).toMatchObject({ decision: 'accepted', answer: { askedDownCents: 38_000n, option: { count: 5 } } })
})

test('without floors only what stands on the sheet is taken', () => {
  expect(answerTo(asking(null), 60_000)).toMatchObject({ decision: 'accepted', reason: 'fits_standing_option' })
  expect(answerTo(asking(null), 5_000)).toMatchObject({ decision: 'refused', reason: 'no_counter_offers', works: { count: 5 } })
})

test('a plan of a hundred years is refused as too long', () => {
  const century = asking({ ...FLOORS, leastInstallmentCents: 1 }, {}, { debts: [debt({ terms: { ...debt().terms, principalCents: 980_000n } })] })
  expect(answerTo(century, 1_000)).toMatchObject({ decision: 'refused', reason: 'payment_too_small' })
  expect(answerTo(century, 5_000)).toMatchObject({ decision: 'refused', reason: 'too_long', works: { count: 22 } })
})

test('debts of several rules are held to the strictest floors; one rule without any takes no offers', () => {
  const twice = (first: CounterOffers | null, second: CounterOffers | null) => {
    const rules = [first, second].map((floors, i) => rule(floors ? { counterOffers: floors } : {}, { products: [i === 0 ? 'school' : 'retail'] }))
    return asking(null, {}, { policy: policy(rules), debts: [debt({ id: 'a', product: 'school' }), debt({ id: 'b', product: 'retail' })] })
  }
  expect(answerTo(twice(FLOORS, FLOORS), 12_000)).toMatchObject({ decision: 'accepted' })
  expect(answerTo(twice(FLOORS, { ...FLOORS, mostCount: 12 }), 13_000)).toMatchObject({ decision: 'countered', reason: 'too_long' })
  const { reviewPresentValueBps: _none, ...withoutReview } = patient
  expect(answerTo(twice(withoutReview, withoutReview), 2_000)).toMatchObject({ decision: 'refused' })
  expect(answerTo(twice(FLOORS, null), 12_000)).toMatchObject({ decision: 'refused', reason: 'no_counter_offers' })
})

test('what a sheet refuses is refused here too', () => {
  const refusal = (asked: CounterOffers, wish: object, more: object = {}) => {
    const decided = decideProposal(asking(asked, { dueDays: [5] }, more), wish)
    return decided.ok ? null : decided.error.code
  }
  expect(refusal(FLOORS, { monthlyCents: 8_000n, downPaymentCents: 108_323n })).toBe('down_payment_above_balance')
  expect(refusal(FLOORS, { monthlyCents: 8_000n }, { dueDay: 7 })).toBe('due_day_not_allowed')
  expect(refusal(FLOORS, { monthlyCents: 8_000n }, { policy: policy([]) })).toBe('no_offer')
})
