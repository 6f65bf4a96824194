import fc from 'fast-check'
import type { InstallmentBand, PolicyGrant } from '@repactua/shared/contract/policies.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { amortize } from '../installments/amortize.ts'
import { buildOffers } from './build-offers.ts'
import { band, debt, request, rule } from './offers.fixture.ts'
import type { OfferOption, OfferRequest, Offers } from './types.ts'

const bps = (max = 10_000) => fc.integer({ min: 0, max })
const discounts = fc.record({ lateFineBps: bps(), defaultInterestBps: bps(), principalBps: bps(9_000) })
const bands: fc.Arbitrary<Partial<InstallmentBand>> = fc.record({
  discount: discounts,
  monthlyRateBps: fc.oneof(fc.constant(0), bps(135)),
  amortization: fc.constantFrom('price' as const, 'sac' as const, 'simple' as const),
  leastDownPaymentBps: fc.oneof(fc.constant(0), bps(3_000)),
  leastInstallmentCents: fc.integer({ min: 0, max: 20_000 }),
  earlyPayment: fc.record({ discountBps: fc.integer({ min: 1, max: 5_000 }), daysBefore: bps(30) }),
})
const deadlines = fc.uniqueArray(fc.record({ discount: discounts, daysToPay: fc.integer({ min: 3, max: 60 }) }), { minLength: 1, maxLength: 4, selector: ({ daysToPay }) => daysToPay })
const grants: fc.Arbitrary<Partial<PolicyGrant>> = fc.record({ sooner: discounts, later: deadlines, low: bands, high: bands }).map(({ sooner, later, low, high }) => ({
  cash: { discount: sooner, daysToPay: 2, later: [...later].sort((a, b) => a.daysToPay - b.daysToPay) },
  installments: [band(2, 6, low), band(7, 18, high)],
}))
const cents = fc.oneof(fc.bigInt(1n, 10n ** 8n), fc.bigInt(10n ** 14n, 10n ** 15n))
const debts = fc.record({ principalCents: cents, late: fc.integer({ min: -10, max: 900 }), school: fc.boolean() })
const requests: fc.Arbitrary<OfferRequest> = fc.record({ days: fc.integer({ min: 0, max: 2_000 }), first: grants, second: grants, drawn: fc.array(debts, { minLength: 1, maxLength: 3 }) }).map(({ days, first, second, drawn }) => {
  const today = addDays('2025-01-01', days)
  return request({
    today, regime: 'non_financial', rules: [rule(first, { products: ['school'] }), rule(second)],
    debts: drawn.map(({ principalCents, late, school }, i) => debt({ id: String(i), product: school ? 'school' : 'retail', terms: { ...debt().terms, principalCents, dueOn: addDays(today, -late) } })),
  })
})

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
const grantOf = (asked: OfferRequest, i: number) => asked.policy.rules[asked.debts[i]?.product === 'school' ? 0 : 1]!.grant
const bandOf = (asked: OfferRequest, i: number, count: number) => grantOf(asked, i).installments?.find((each) => each.count.min <= count && count <= each.count.max)

function forEachOption(check: (option: OfferOption, asked: OfferRequest, sheet: Offers) => void): void {
  fc.assert(fc.property(requests, (asked) => {
    const answer = buildOffers(asked)
    if (answer.ok) for (const option of answer.value.options) check(option, asked, answer.value)
  }))
}

test('to the last cent of R$ 10 trillion: parts, installments, discounts and interest sum to the whole', () => {
  forEachOption((option, _asked, sheet) => {
    expect(sum(option.installments.map(({ amountCents }) => amountCents))).toBe(option.totalCents)
    expect(sum(option.parts.map(({ totalCents }) => totalCents))).toBe(option.totalCents)
    expect(option.financedCents + option.discountCents).toBe(sheet.balanceCents)
    expect(option.financedCents + option.interestCents).toBe(option.totalCents)
    expect(option.installments.every(({ amountCents }) => amountCents > 0n)).toBe(true)
  })
})

test('each part is repaid as its own band says', () => {
  forEachOption((option, asked) => {
    if (option.kind === 'cash') return
    const later = option.count - (option.downPaymentCents > 0n ? 1 : 0)
    const first = bandOf(asked, Number(option.parts[0]?.debtId), option.count)
    if (option.parts.length > 1 || !first) return
    const rest = option.financedCents - option.downPaymentCents
    expect(option.installments.slice(-later).map(({ amountCents }) => amountCents)).toEqual(amortize(rest, later, { monthlyRateBps: first.monthlyRateBps, amortization: first.amortization ?? 'price' }))
    expect(option.amortization).toBe(first.monthlyRateBps > 0 ? first.amortization : null)
  })
})

test('a payment at once has the discount of a deadline that every rule gives for that long', () => {
  forEachOption((option, asked) => {
    if (option.kind !== 'cash') return
    const days = option.id === 'cash' ? 2 : Number(option.id.slice('cash-'.length))
    for (const part of option.parts) {
      const cash = grantOf(asked, Number(part.debtId)).cash
      const longest = Math.max(...(cash?.later ?? []).map(({ daysToPay }) => daysToPay))
      expect(days <= longest).toBe(true)
    }
  })
})

test('paying early never costs more, never reaches back before today, and takes only what the rules give', () => {
  forEachOption(({ earlyPayment, installments, totalCents, downPaymentCents }, { today }) => {
    if (!earlyPayment) return
    const { discountBps, daysBefore } = earlyPayment
    const pairs = earlyPayment.installments.map((early) => ({ early, whole: installments[early.number - 1]! }))
    const saved = pairs.map(({ early, whole }) => whole.amountCents - early.amountCents)
    expect(earlyPayment.totalCents).toBe(totalCents - sum(saved))
    expect(pairs.every(({ early, whole }) => early.payBy >= today && early.payBy === addDays(whole.dueOn, -daysBefore))).toBe(true)
    expect(pairs.every(({ whole }, i) => isNearest(saved[i]!, whole.amountCents * BigInt(discountBps)))).toBe(true)
    expect(pairs.every(({ early }) => early.number > 1 || downPaymentCents === 0n)).toBe(true)
  })
})

// A whole number of cents, no further than half a cent from a number of ten-thousandths of a cent.
const isNearest = (whole: bigint, parts: bigint) => 2n * (whole * 10_000n - parts) <= 10_000n && 2n * (parts - whole * 10_000n) < 10_000n

const totals = (asked: OfferRequest) => {
  const answer = buildOffers(asked)
  return new Map(answer.ok ? answer.value.options.map(({ id, totalCents }) => [id, totalCents]) : [])
}
const withBands = (asked: OfferRequest, change: (band: InstallmentBand) => InstallmentBand): OfferRequest => {
  const rules = asked.policy.rules.map((each) => ({ ...each, grant: { ...each.grant, installments: (each.grant.installments ?? []).map(change) } }))
  return { ...asked, policy: { ...asked.policy, rules } }
}

test('a larger discount in a band makes no plan dearer', () => {
  fc.assert(fc.property(requests, fc.integer({ min: 1, max: 1_000 }), (asked, more) => {
    const plain = withBands(asked, (each) => ({ ...each, leastDownPaymentBps: 0 }))
    const generous = withBands(plain, (each) => ({ ...each, discount: { ...each.discount, principalBps: each.discount.principalBps + more } }))
    const before = totals(plain)
    for (const [id, total] of totals(generous)) expect(total <= (before.get(id) ?? total)).toBe(true)
  }))
})

test('a higher rate makes no plan cheaper', () => {
  fc.assert(fc.property(requests, fc.integer({ min: 1, max: 100 }), (asked, more) => {
    const before = totals(asked)
    const dearer = withBands(asked, (each) => ({ ...each, monthlyRateBps: Math.min(135, each.monthlyRateBps + more) }))
    for (const [id, total] of totals(dearer)) expect(total >= (before.get(id) ?? total)).toBe(true)
  }))
})

test('a longer band changes no shorter plan', () => {
  fc.assert(fc.property(requests, (asked) => {
    const longer = withBands(asked, (each) => (each.count.max === 18 ? { ...each, count: { ...each.count, max: 24 } } : each))
    const before = totals(asked)
    for (const [id, total] of totals(longer)) expect(before.get(id) ?? total).toBe(total)
  }))
})
