import { expect, test } from 'vitest'
import { bestCashOffer } from './best-cash-offer.ts'
import { buildOffers } from './build-offers.ts'
import { band, debt, request, rule, sheetOf } from './offers.fixture.ts'

const off = (principalBps: number) => ({ lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps })
const school = { products: ['school' as const] }
const debts = [debt(), debt({ id: 'b', product: 'school' })]
const option = (sheet: ReturnType<typeof sheetOf>, id: string) => sheet.options.find((each) => each.id === id)

test('more time to pay at once, for a smaller discount, is an option of its own', () => {
  const rules = [rule({ cash: { discount: off(4_000), daysToPay: 5, later: [{ discount: off(2_000), daysToPay: 30 }] } })]
  const sheet = sheetOf(request({ rules }))
  expect(sheet.options.slice(0, 2).map(({ id, totalCents, installments }) => [id, totalCents, installments[0]?.dueOn])).toEqual([['cash', 58_800n, '2026-11-26'], ['cash-30', 78_400n, '2026-12-21']])
  expect(bestCashOffer({ ...request({ rules }), debt: debt() })?.totalCents).toBe(58_800n)
})

test('debts with different deadlines meet where all of them hold, each at its own discount', () => {
  const first = rule({ cash: { discount: off(4_000), daysToPay: 5, later: [{ discount: off(2_000), daysToPay: 30 }] } }, school)
  const second = rule({ cash: { discount: off(3_000), daysToPay: 12 } })
  const sheet = sheetOf(request({ debts, rules: [first, second] }))
  const parts = (id: string) => option(sheet, id)?.parts.map(({ totalCents }) => totalCents)
  expect(parts('cash')).toEqual([68_600n, 58_800n])
  expect(parts('cash-12')).toEqual([68_600n, 78_400n])
  expect(option(sheet, 'cash-30')).toBeUndefined()
})

test('a deadline that the week’s end moves onto a cheaper one is left out', () => {
  const later = [{ discount: off(2_000), daysToPay: 7 }, { discount: off(1_000), daysToPay: 8 }]
  const sheet = sheetOf(request({ rules: [rule({ cash: { discount: off(4_000), daysToPay: 5, later } })] }))
  expect(sheet.options.filter(({ kind }) => kind === 'cash').map(({ id }) => id)).toEqual(['cash', 'cash-7'])
})

test('a rate is repaid as the band says, and the option says how', () => {
  const amounts = (amortization: 'price' | 'sac' | 'simple') => {
    const sheet = sheetOf(request({ rules: [rule({ installments: [band(4, 4, { monthlyRateBps: 100, amortization })] })] }))
    return [option(sheet, 'installments-4')?.amortization, option(sheet, 'installments-4')?.installments.map(({ amountCents }) => amountCents)]
  }
  expect(amounts('price')).toEqual(['price', [25_116n, 25_116n, 25_116n, 25_116n]])
  expect(amounts('sac')).toEqual(['sac', [25_480n, 25_235n, 24_990n, 24_745n]])
  expect(amounts('simple')).toEqual(['simple', [25_103n, 25_103n, 25_103n, 25_103n]])
  expect(option(sheetOf(request()), 'installments-2')?.amortization).toBeNull()
})

test('debts that are repaid in different ways have no one word for it', () => {
  const rules = [rule({ installments: [band(3, 3, { monthlyRateBps: 100, amortization: 'sac' })] }, school), rule({ installments: [band(3, 3, { monthlyRateBps: 100 })] })]
  expect(option(sheetOf(request({ debts, rules })), 'installments-3')?.amortization).toBeNull()
})

test('an installment that is paid early costs less, until its last day', () => {
  const rules = [rule({ installments: [band(3, 3, { earlyPayment: { discountBps: 500, daysBefore: 5 } })] })]
  const three = option(sheetOf(request({ rules })), 'installments-3')
  expect(three?.installments.map(({ amountCents }) => amountCents)).toEqual([32_667n, 32_667n, 32_666n])
  expect(three?.earlyPayment).toEqual({
    discountBps: 500,
    daysBefore: 5,
    installments: [{ number: 1, payBy: '2026-12-16', amountCents: 31_034n }, { number: 2, payBy: '2027-01-15', amountCents: 31_034n }, { number: 3, payBy: '2027-02-17', amountCents: 31_033n }],
    totalCents: 93_101n,
  })
})

test('neither the down payment nor a day that has passed is among them', () => {
  const early = { discountBps: 500, daysBefore: 20 }
  const rules = [rule({ daysToFirstPayment: 10, installments: [band(3, 3, { earlyPayment: early, leastDownPaymentBps: 1_000 }), band(4, 4, { earlyPayment: early })] })]
  const sheet = sheetOf(request({ rules }))
  expect(option(sheet, 'installments-3')?.earlyPayment?.installments.map(({ number }) => number)).toEqual([2, 3])
  expect(option(sheet, 'installments-4')?.earlyPayment?.installments.map(({ number }) => number)).toEqual([2, 3, 4])
})

test('several debts: the early payment that each rule gives', () => {
  const early = (discountBps: number, daysBefore: number) => band(3, 3, { earlyPayment: { discountBps, daysBefore } })
  const both = [rule({ installments: [early(500, 3)] }, school), rule({ installments: [early(300, 10)] })]
  expect(option(sheetOf(request({ debts, rules: both })), 'installments-3')?.earlyPayment).toMatchObject({ discountBps: 300, daysBefore: 10 })
  const one = [rule({ installments: [early(500, 3)] }, school), rule({ installments: [band(3, 3)] })]
  expect(option(sheetOf(request({ debts, rules: one })), 'installments-3')?.earlyPayment).toBeNull()
})

test('benefits add up, methods must be common, the break is the most lenient, repairs the strictest', () => {
  const book = { text: 'Um livro da biblioteca', coupon: 'LIVRO' }
  const first = rule({
    benefit: book, paymentMethods: ['pix', 'boleto'], breakRule: { toleranceDays: 5, missedInstallments: 1, noticeDays: 10, effect: 'novation' },
    repairs: { skip: { times: 1 }, moveDueDate: { times: 3, mostDays: 10 } },
  }, school)
  const second = rule({ paymentMethods: ['boleto'], benefit: book, repairs: { moveDueDate: { times: 2, mostDays: 20 }, reage: { times: 1 } } })
  const sheet = sheetOf(request({ debts, rules: [first, second] }))
  const [cash] = sheet.options
  expect(cash).toMatchObject({
    benefits: [book], paymentMethods: ['boleto'],
    breakRule: { toleranceDays: 10, missedInstallments: 1, noticeDays: 10, effect: 'novation' },
  })
  expect(sheet.options.at(-1)?.breakRule.missedInstallments).toBe(2)
  expect(cash?.repairs).toEqual({ moveDueDate: { times: 2, mostDays: 10 } })
  expect(sheetOf(request()).options[0]).toMatchObject({ benefits: [], paymentMethods: ['pix'], repairs: {}, breakRule: { noticeDays: 5, effect: 'original_debt' } })
  expect(buildOffers(request({ debts, rules: [rule({ paymentMethods: ['pix'] }, school), rule({ paymentMethods: ['boleto'] })] }))).toMatchObject({ ok: false, error: { code: 'no_offer' } })
})

test('floors hold for every debt, and where one rule has none there are none', () => {
  const first = { monthlyDiscountRateBps: 100, leastPresentValueBps: 7_000, mostCount: 24 }
  const second = { monthlyDiscountRateBps: 50, leastPresentValueBps: 8_000, reviewPresentValueBps: 6_000, reviewDays: 5, mostCount: 12, leastInstallmentCents: 5_000, secondApprovalBelowBps: 6_500 }
  const floors = sheetOf(request({ debts, rules: [rule({ counterOffers: first }, school), rule({ counterOffers: second })] })).counterOffers
  expect(floors).toEqual({ monthlyDiscountRateBps: 100, leastPresentValueBps: 8_000, reviewPresentValueBps: 7_000, reviewDays: 3, mostCount: 12, leastInstallmentCents: 5_000, secondApprovalBelowBps: 6_500 })
  expect(sheetOf(request({ debts, rules: [rule({ counterOffers: first }, school), rule()] })).counterOffers).toBeNull()
  expect(sheetOf(request({ rules: [rule({ counterOffers: first })] })).counterOffers).toEqual(first)
})
