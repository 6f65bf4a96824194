import { expect, test } from 'vitest'
import { band, debt, request, rule, sheetOf } from './offers.fixture.ts'
import { buildOffers } from './build-offers.ts'

const none = { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 }
const school = { products: ['school' as const] }
const debts = [debt(), debt({ id: 'b', product: 'school' })]

test('each debt has its own rule; an option is the sum of its parts', () => {
  const rules = [rule({ installments: [band(2, 4, { monthlyRateBps: 100, discount: none })] }, school), rule({ installments: [band(3, 6)] })]
  const sheet = sheetOf(request({ debts, rules: rules.map((each, i) => ({ ...each, name: `r${i}` })) }))
  expect(sheet.balanceCents).toBe(216_646n)
  expect(sheet.options.map(({ id }) => id)).toEqual(['cash', 'installments-3', 'installments-4'])
  expect(sheet.unavailable.map(({ count, reason }) => [count, reason])).toEqual([[2, 'not_in_policy'], [5, 'not_in_policy'], [6, 'not_in_policy']])
  const three = sheet.options[1]
  expect(three?.parts.map(({ debtId, rule: name, financedCents, totalCents }) => [debtId, name, financedCents, totalCents])).toEqual([['a', 'r1', 98_000n, 98_000n], ['b', 'r0', 108_323n, 110_496n]])
  expect(three).toMatchObject({ totalCents: 208_496n, financedCents: 206_323n, interestCents: 2_173n, monthlyRateBps: 100 })
  expect(three?.installments.map(({ amountCents }) => amountCents)).toEqual([69_499n, 69_499n, 69_498n])
})

test('the odd cents of debts without interest do not all gather in the first installment', () => {
  const three = Array.from({ length: 7 }, (_, i) => debt({ id: `d${i}`, terms: { ...debt().terms, principalCents: 10_000n } }))
  const [option] = sheetOf(request({ debts: three, rules: [rule({ installments: [band(3, 3)] })] })).options.filter(({ count }) => count === 3)
  expect(option?.installments.map(({ amountCents }) => amountCents)).toEqual([23_334n, 23_333n, 23_333n])
})

test('the terms of several rules meet on the debtor\'s side', () => {
  const first = rule({ daysToFirstPayment: 40, validityDays: 10, lateFeeBps: 100, dueDays: [5, 10, 20], breakRule: { toleranceDays: 5, missedInstallments: 3 } }, school)
  const second = rule({ daysToFirstPayment: 20, validityDays: 3, defaultInterestMonthlyBps: 50, dueDays: [20, 10, 30], breakRule: { toleranceDays: 30, missedInstallments: 1 } })
  const sheet = sheetOf(request({ debts, rules: [first, second] }))
  expect(sheet).toMatchObject({ standsUntil: '2026-11-24', dueDays: [10, 20], dueDay: 10 })
  expect(sheet.options.at(-1)).toMatchObject({ lateFeeBps: 100, defaultInterestMonthlyBps: 50, breakRule: { toleranceDays: 30, missedInstallments: 3 } })
})

test('without a due day in common there is only cash', () => {
  const sheet = sheetOf(request({ debts, rules: [rule({ dueDays: [5] }, school), rule({ dueDays: [6] })] }))
  expect(sheet.options.map(({ id }) => id)).toEqual(['cash'])
  expect(sheet.dueDays).toEqual([])
})

test('cash is offered only where every rule has it, on the shortest term', () => {
  const { cash: _, ...noCash } = rule().grant
  expect(sheetOf(request({ debts, rules: [{ ...rule({}, school), grant: noCash }, rule()] })).options[0]?.id).not.toBe('cash')
  const quick = rule({ cash: { discount: none, daysToPay: 2 } }, school)
  expect(sheetOf(request({ debts, rules: [quick, rule()] })).options.find(({ id }) => id === 'cash')?.installments[0]?.dueOn).toBe('2026-11-23')
})

test('one debt without a rule leaves no offer for the bundle', () => {
  expect(buildOffers(request({ debts, rules: [rule({}, school)] }))).toMatchObject({ ok: false, error: { code: 'no_offer' } })
})

test('a debt that is paid has its balance in the sheet and no part in the options', () => {
  const paid = debt({ id: 'b', terms: { ...debt().terms, payments: [{ paidOn: '2026-03-10', cents: 98_000n }] } })
  const sheet = sheetOf(request({ debts: [debt(), paid] }))
  expect(sheet.balances.map(({ debtId, balance }) => [debtId, balance.totalCents])).toEqual([['a', 108_323n], ['b', 0n]])
  expect(sheet.options.every(({ parts }) => parts.map(({ debtId }) => debtId).join() === 'a')).toBe(true)
})

test('the down payment is number 1 for all debts, also where only one rule wants it', () => {
  const rules = [rule({ installments: [band(3, 3, { leastDownPaymentBps: 2_000 })] }, school), rule({ installments: [band(3, 3, { monthlyRateBps: 100 })] })]
  const option = sheetOf(request({ debts, rules })).options.find(({ count }) => count === 3)
  expect(option?.downPaymentCents).toBe(19_600n)
  expect(option?.installments[0]?.amountCents).toBe(19_600n)
  expect(option?.installments).toHaveLength(3)
  expect(option?.parts.reduce((sum, { totalCents }) => sum + totalCents, 0n)).toBe(option?.totalCents)
})

test('one debt that waits for an index leaves no offer for the bundle, and is named by its month', () => {
  const waiting = debt({ id: 'b', terms: { ...debt().terms, correctionIndex: 'ipca', indices: { ipca: { '2026-01': 330_000n } } } })
  const refused = buildOffers(request({ debts: [debt(), waiting] }))
  expect(refused).toEqual({ ok: false, error: { code: 'index_missing', detail: 'Ainda falta o índice IPCA de 02/2026 para calcular o valor de hoje.' } })
})
