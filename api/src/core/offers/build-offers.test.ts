import { expect, test } from 'vitest'
import { band, debt, request, rule, sheetOf } from './offers.fixture.ts'
import { buildOffers } from './build-offers.ts'

const none = { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 }
const refusalOf = (more: Parameters<typeof request>[0]) => {
  const answer = buildOffers(request(more))
  return answer.ok ? null : answer.error.code
}

test('the sheet of R$ 1.083,23: cash with its discount first, then the plans by what they cost', () => {
  const sheet = sheetOf(request())
  expect(sheet).toMatchObject({ asOf: '2026-11-21', standsUntil: '2026-11-26', balanceCents: 108_323n, dueDay: 20, dueDays: [5, 10, 15, 20, 25] })
  expect(sheet.options.map(({ id, totalCents, cetYearly }) => [id, totalCents, cetYearly])).toEqual([
    ['cash', 58_800n, '0.00'],
    ['installments-2', 98_000n, '0.00'],
    ['installments-3', 98_000n, '0.00'],
    ['installments-4', 111_044n, '12.69'],
    ['installments-5', 111_595n, '12.75'],
  ])
})

test('a plan of fewer payments than the break rule counts is missed when all of them are', () => {
  const { options } = sheetOf(request())
  expect(options.map(({ count, breakRule }) => [count, breakRule.missedInstallments])).toEqual([[1, 1], [2, 2], [3, 2], [4, 2], [5, 2]])
})

test('an option tells all of itself', () => {
  const [cash, two] = sheetOf(request()).options
  expect(cash).toMatchObject({
    kind: 'cash',
    count: 1,
    installments: [{ number: 1, dueOn: '2026-11-26', amountCents: 58_800n }],
    discounts: [{ component: 'principal', cents: 39_200n }, { component: 'late_fine', cents: 1_960n }, { component: 'default_interest', cents: 8_363n }],
    discountCents: 49_523n,
    financedCents: 58_800n,
    interestCents: 0n,
    savingCents: 49_523n,
    monthlyRateBps: 0,
    fitsBudget: null,
    parts: [{ debtId: 'a', rule: 'Regra', financedCents: 58_800n, totalCents: 58_800n }],
  })
  expect(two?.installments).toEqual([{ number: 1, dueOn: '2026-12-21', amountCents: 49_000n }, { number: 2, dueOn: '2027-01-20', amountCents: 49_000n }])
  expect(cash?.legalChecks.map(({ rule: id, passed }) => [id, passed])).toEqual([
    ['late-fine', true], ['default-interest-bank', true], ['offer-validity', true], ['non-business-due', true], ['cet', true],
  ])
})

test('refusals', () => {
  expect(refusalOf({ rules: [] })).toBe('no_offer')
  expect(refusalOf({ rules: [rule({}, { products: ['school'] })] })).toBe('no_offer')
  expect(refusalOf({ debts: [debt({ terms: { ...debt().terms, payments: [{ paidOn: '2026-11-20', cents: 200_000n }] } })] })).toBe('no_offer')
  expect(refusalOf({ downPaymentCents: 108_323n })).toBe('down_payment_above_balance')
  expect(refusalOf({ firstDueOn: '2026-11-21' })).toBe('first_due_out_of_window')
  expect(refusalOf({ firstDueOn: '2026-12-22' })).toBe('first_due_out_of_window')
  expect(refusalOf({ rules: [rule({ dueDays: [10, 20] })], dueDay: 15 })).toBe('due_day_not_allowed')
})

test('a refusal says in words what would be possible', () => {
  expect(buildOffers(request({ firstDueOn: '2027-01-30' }))).toMatchObject({ ok: false, error: { detail: 'A primeira data pode ser de 22/11/2026 a 21/12/2026.' } })
  expect(buildOffers(request({ rules: [rule({ dueDays: [10, 20] })], dueDay: 15 }))).toMatchObject({ ok: false, error: { detail: 'Os dias disponíveis são: 10, 20.' } })
})

test('a due day that was asked for is used and stands among the days', () => {
  const sheet = sheetOf(request({ dueDay: 12 }))
  expect(sheet).toMatchObject({ dueDay: 12, dueDays: [5, 10, 12, 15, 20, 25] })
  expect(sheet.options[1]?.installments.map(({ dueOn }) => dueOn)).toEqual(['2026-12-14', '2027-01-12'])
})

test('a first date that was asked for sets the day, where the policy has it', () => {
  const dates = (more: Parameters<typeof request>[0]) => sheetOf(request(more)).options.find(({ count }) => count === 2)?.installments.map(({ dueOn }) => dueOn)
  expect(dates({ firstDueOn: '2026-11-30' })).toEqual(['2026-11-30', '2026-12-30'])
  expect(dates({ firstDueOn: '2026-11-30', rules: [rule({ dueDays: [10, 20] })] })).toEqual(['2026-11-30', '2026-12-21'])
})

test('installments below the least one fall out, and the sheet says so', () => {
  const sheet = sheetOf(request({ rules: [rule({ installments: [band(2, 4, { leastInstallmentCents: 40_000 })] })] }))
  expect(sheet.options.map(({ count }) => count)).toEqual([1, 2])
  expect(sheet.unavailable).toEqual([{ count: 3, reason: 'installment_too_small' }, { count: 4, reason: 'installment_too_small' }])
})

test('the down payment is the least one, or what the debtor puts on the table', () => {
  const rules = [rule({ installments: [band(3, 3, { discount: none, leastDownPaymentBps: 1_000, leastInstallmentCents: 30_000 })] })]
  const three = (downPaymentCents?: bigint) => sheetOf(request({ rules, ...(downPaymentCents ? { downPaymentCents } : {}) }))
  expect(three().options.find(({ count }) => count === 3)).toMatchObject({ downPaymentCents: 10_833n, installments: [{ amountCents: 10_833n }, { amountCents: 48_745n }, { amountCents: 48_745n }] })
  expect(three(40_000n).options.find(({ count }) => count === 3)).toMatchObject({ downPaymentCents: 40_000n, installments: [{ amountCents: 40_000n }, { amountCents: 34_162n }, { amountCents: 34_161n }] })
  expect(three(10_000n).unavailable).toEqual([{ count: 3, reason: 'down_payment_too_small' }])
  expect(three(60_000n).unavailable).toEqual([{ count: 3, reason: 'installment_too_small' }])
})

test('a down payment that covers the whole plan leaves no plan', () => {
  const sheet = sheetOf(request({ downPaymentCents: 100_000n, rules: [rule({ installments: [band(2, 3)] })] }))
  expect(sheet.options.map(({ id }) => id)).toEqual(['cash'])
  expect(sheet.unavailable.map(({ reason }) => reason)).toEqual(['installment_too_small', 'installment_too_small'])
})

test('the budget marks options and hides none', () => {
  const fits = sheetOf(request({ monthlyBudgetCents: 50_000n })).options.map(({ id, fitsBudget }) => [id, fitsBudget])
  expect(fits).toEqual([['cash', false], ['installments-2', true], ['installments-3', true], ['installments-4', true], ['installments-5', true]])
})

test('a plan above the usury limit is never offered by a creditor that is no bank', () => {
  const rules = [rule({ installments: [band(2, 2, { monthlyRateBps: 500 }), band(3, 3, { monthlyRateBps: 135 })] })]
  const sheet = sheetOf(request({ regime: 'non_financial', rules }))
  expect(sheet.options.map(({ id }) => id)).toEqual(['cash', 'installments-3'])
  expect(sheet.unavailable).toEqual([{ count: 2, reason: 'outside_law' }])
})

test('late charges of a policy are cut to the law of the day', () => {
  const [cash] = sheetOf(request({ rules: [rule({ lateFeeBps: 1_000, defaultInterestMonthlyBps: 300 })] })).options
  expect(cash).toMatchObject({ lateFeeBps: 200, defaultInterestMonthlyBps: 100 })
})

test('a card never comes to more than twice its original debt', () => {
  const card = debt({ product: 'card_revolving' })
  const rules = [rule({ installments: [band(12, 12, { monthlyRateBps: 800, discount: none }), band(24, 24, { monthlyRateBps: 1_200, discount: none })] })]
  const sheet = sheetOf(request({ debts: [card], rules }))
  expect(sheet.options.map(({ id }) => id)).toEqual(['cash', 'installments-12'])
  expect(sheet.unavailable).toEqual([{ count: 24, reason: 'outside_law' }])
  expect(sheet.options[1]?.legalChecks.find(({ rule: id }) => id === 'card-cap')).toMatchObject({ passed: true })
})

test('a policy that cannot be met by law or by sums offers nothing', () => {
  const { cash: _, ...grant } = rule({ installments: [band(2, 12, { leastInstallmentCents: 900_000 })] }).grant
  expect(refusalOf({ rules: [{ ...rule(), grant }] })).toBe('no_offer')
})
