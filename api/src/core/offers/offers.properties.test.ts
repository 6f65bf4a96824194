import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import { tableOf } from '../interest/balance.fixture.ts'
import { bestCashOffer } from './best-cash-offer.ts'
import { buildOffers } from './build-offers.ts'
import { band, debt, PERSON, policy, rule } from './offers.fixture.ts'
import type { OfferOption, OfferRequest, Offers } from './types.ts'

const bps = (max = 10_000) => fc.integer({ min: 0, max })
const discounts = fc.record({ lateFineBps: bps(), defaultInterestBps: bps(), principalBps: bps(9_000) })
const bands = fc.record({
  discount: discounts,
  monthlyRateBps: fc.oneof(fc.constant(0), bps(135)),
  leastDownPaymentBps: fc.oneof(fc.constant(0), bps(3_000)),
  leastInstallmentCents: fc.integer({ min: 0, max: 20_000 }),
})
const rules = fc.record({ discount: discounts, low: bands, high: bands, window: fc.integer({ min: 2, max: 60 }), daysToPay: fc.integer({ min: 2, max: 60 }) }).map((drawn) =>
  rule({
    cash: { discount: drawn.discount, daysToPay: drawn.daysToPay },
    installments: [band(2, 6, drawn.low), band(7, 24, drawn.high)],
    daysToFirstPayment: drawn.window,
  }),
)
const months = Array.from({ length: 240 }, (_, i) => BigInt((i * 271_828) % 1_500_000) - 200_000n)
const indices = { ...tableOf('ipca', '2018-01', months), ...tableOf('legal_interest', '2018-01', months.map((rate) => (rate < 0n ? 0n : rate))) }
const charges = [
  { interestMethod: 'simple' as const },
  { interestMethod: 'simple' as const, correctionIndex: 'ipca' as const },
  { interestMethod: 'legal' as const, defaultInterestMonthlyBps: 0, correctionIndex: 'ipca' as const },
]
const debts = fc.record({ principalCents: fc.bigInt(1n, 10n ** 8n), late: fc.integer({ min: -30, max: 1_500 }), school: fc.boolean(), charges: fc.constantFrom(...charges) })
const requests: fc.Arbitrary<OfferRequest> = fc
  .record({ today: fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2025-01-01', days)), first: rules, second: rules, drawn: fc.array(debts, { minLength: 1, maxLength: 4 }) })
  .map(({ today, first, second, drawn }) => ({
    today,
    regime: 'non_financial',
    policy: policy([{ ...first, when: { products: ['school'] } }, second]),
    person: PERSON,
    debts: drawn.map(({ principalCents, late, school, charges: own }, i) =>
      debt({ id: String(i), product: school ? 'school' : 'retail', terms: { ...debt().terms, ...own, indices, principalCents, dueOn: addDays(today, -late) } }),
    ),
  }))

const sum = (cents: readonly bigint[]) => cents.reduce((total, each) => total + each, 0n)

function forEachOption(check: (option: OfferOption, sheet: Offers, asked: OfferRequest) => void): void {
  fc.assert(
    fc.property(requests, (asked) => {
      const answer = buildOffers(asked)
      if (answer.ok) for (const option of answer.value.options) check(option, answer.value, asked)
      else expect(answer.error.code).toBe('no_offer')
    }),
  )
}

test('everything sums: installments, parts, discounts and interest to the total and the balance', () => {
  forEachOption((option, sheet) => {
    expect(sum(option.installments.map(({ amountCents }) => amountCents))).toBe(option.totalCents)
    expect(sum(option.parts.map(({ totalCents }) => totalCents))).toBe(option.totalCents)
    expect(sum(option.parts.map(({ financedCents }) => financedCents))).toBe(option.financedCents)
    expect(sum(option.discounts.map(({ cents }) => cents))).toBe(option.discountCents)
    expect(option.financedCents + option.discountCents).toBe(sheet.balanceCents)
    expect(option.financedCents + option.interestCents).toBe(option.totalCents)
    expect(option.interestCents >= 0n && option.savingCents >= 0n).toBe(true)
  })
})

test('no option is beaten by another in length, total and monthly weight at once', () => {
  const weight = ({ installments }: OfferOption) => installments.map(({ amountCents }) => amountCents).reduce((a, b) => (a > b ? a : b))
  forEachOption((option, { options }) => {
    const better = options.filter((other) => other !== option && other.count <= option.count && other.totalCents <= option.totalCents && weight(other) <= weight(option))
    expect(better).toEqual([])
  })
})

test('due dates are business days that strictly rise', () => {
  forEachOption(({ installments, count }, _, asked) => {
    expect(installments.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_each, i) => i + 1))
    expect(installments.every(({ dueOn }, i) => isBusinessDay(dueOn) && dueOn > (installments[i - 1]?.dueOn ?? asked.today))).toBe(true)
  })
})

test('nothing is offered outside the policy or the law', () => {
  forEachOption((option, _, asked) => {
    const names = new Map(asked.policy.rules.map((each) => [each.when.products ? 'school' : 'retail', each]))
    const used = asked.debts.map(({ product }) => names.get(product)?.grant.installments?.find(({ count }) => count.min <= option.count && option.count <= count.max))
    const later = option.downPaymentCents > 0n ? option.installments.slice(1) : option.installments
    expect(option.legalChecks.every(({ passed }) => passed)).toBe(true)
    if (option.kind === 'cash') return
    expect(option.monthlyRateBps).toBe(Math.max(...used.map((each) => each?.monthlyRateBps ?? -1)))
    for (const { amountCents } of later) expect(amountCents >= BigInt(Math.max(1, ...used.map((each) => each?.leastInstallmentCents ?? 0)))).toBe(true)
    const least = sum(option.parts.map(({ financedCents }, i) => financedCents * BigInt(used[i]?.leastDownPaymentBps ?? 0)))
    expect(option.downPaymentCents * 10_000n >= least).toBe(true)
  })
})

test('without a rate no option costs more than paying today; with one it is worth no more at that rate', () => {
  forEachOption((option, sheet) => {
    if (option.monthlyRateBps === 0) expect(option.totalCents <= sheet.balanceCents).toBe(true)
    const rate = 1 + option.monthlyRateBps / 10_000
    const skipped = option.downPaymentCents > 0n ? 1 : 0
    const worth = option.installments.reduce((total, { amountCents }, i) => total + Number(amountCents) / rate ** (i + 1 - skipped), 0)
    const halfCents = (option.count * option.parts.length) / 2
    expect(worth).toBeLessThanOrEqual(Number(option.financedCents) + halfCents + 1e-3)
  })
})

test('options run from the cheapest to the dearest, and counts appear once', () => {
  fc.assert(
    fc.property(requests, (asked) => {
      const answer = buildOffers(asked)
      if (!answer.ok) return
      const { options, unavailable } = answer.value
      expect(options.every((option, i) => i === 0 || option.totalCents >= (options[i - 1]?.totalCents ?? 0n))).toBe(true)
      const counts = [...options.filter(({ kind }) => kind === 'installments').map(({ count }) => count), ...unavailable.map(({ count }) => count)]
      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, i) => i + 2))
    }),
  )
})

test('a second run gives the same sheet', () => {
  fc.assert(
    fc.property(requests, (asked) => {
      expect(buildOffers(asked)).toEqual(buildOffers(asked))
    }),
  )
})

test('a larger discount never costs more', () => {
  fc.assert(
    fc.property(requests, fc.integer({ min: 1, max: 1_000 }), (asked, more) => {
      const generous = asked.policy.rules.map((each) => {
        const cash = each.grant.cash
        return cash ? { ...each, grant: { ...each.grant, cash: { ...cash, discount: { ...cash.discount, principalBps: cash.discount.principalBps + more } } } } : each
      })
      const total = (answer: ReturnType<typeof buildOffers>) => (answer.ok ? answer.value.options.find(({ id }) => id === 'cash')?.totalCents : undefined)
      const [before, after] = [total(buildOffers(asked)), total(buildOffers({ ...asked, policy: policy(generous) }))]
      if (before !== undefined && after !== undefined) expect(after <= before).toBe(true)
    }),
  )
})

test('the list shows the same cash offer as the sheet', () => {
  fc.assert(
    fc.property(requests, (asked) => {
      const [first] = asked.debts
      if (!first) return
      const shown = bestCashOffer({ ...asked, debt: first })
      const answer = buildOffers({ ...asked, debts: [first] })
      const cash = answer.ok ? answer.value.options.find(({ id }) => id === 'cash') : undefined
      expect(shown?.totalCents).toBe(cash?.totalCents)
      expect(shown?.dueOn).toBe(cash?.installments[0]?.dueOn)
      if (shown && answer.ok) expect(shown.standsUntil).toBe(answer.value.standsUntil)
    }),
  )
})
